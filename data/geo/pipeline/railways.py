"""Railways: straight runs from town to town, so approximate.

Coordinates of the towns from GeoNames (geonames.org, CC BY 4.0), which may lie a few kilometres
off the station; those marked "own" were set by hand at a bend of the line.
"""

from shapely import LineString, MultiLineString

PLACES = {
    # Transbaikal
    "ulan-ude": (107.5998, 51.8265), "petrovsk": (108.8471, 51.2758),
    "khilok": (110.4617, 51.3588), "yablonovo": (112.7574, 51.8412), "chita": (113.4917, 52.0431),
    "darasun": (113.9741, 51.6585), "karymskaya": (114.3368, 51.6268),
    "shilka": (116.0285, 51.8514), "priiskovaya": (116.6212, 51.9189),
    "kuenga": (117.1000, 52.1900),  # own
    "sretensk": (117.7089, 52.2488),
    # to Manzhouli
    "mogoytuy": (114.9318, 51.2876), "olovyannaya": (115.5755, 50.9463),
    "borzya": (116.5336, 50.3914), "zabaykalsk": (117.3267, 49.6514),
    # Amur
    "chernyshevsk": (117.0175, 52.5223), "zhireken": (117.3061, 52.8263),
    "mogocha": (119.7689, 53.7397), "amazar": (120.8718, 53.8560),
    "yerofey-pavlovich": (121.9576, 53.9611), "urusha": (122.8845, 54.0514),
    "skovorodino": (123.9401, 53.9837), "taldan": (124.8170, 53.6905),
    "magdagachi": (125.8074, 53.4524), "shimanovsk": (127.6762, 52.0032),
    "svobodny": (128.1401, 51.3750), "belogorsk": (128.5124, 50.9124),
    "zavitinsk": (129.4404, 50.1111), "bureya": (129.8128, 49.8129),
    "arkhara": (130.0843, 49.4245), "obluchye": (131.0545, 49.0160),
    "izvestkovy": (131.5555, 48.9798), "bira": (132.4644, 49.0017),
    "birobidzhan": (132.9203, 48.7930), "smidovich": (133.8103, 48.5943),
    "khabarovsk": (135.0971, 48.4620),
    # Ussuri
    "khor": (134.9558, 47.8840), "vyazemsky": (134.7579, 47.5334), "bikin": (134.2501, 46.8129),
    "dalnerechensk": (133.7391, 45.9315), "lesozavodsk": (133.3983, 45.4717),
    "spassk-dalny": (132.8204, 44.6006), "sibirtsevo": (132.4632, 44.2021),
    "ussuriysk": (131.9573, 43.8047), "nadezhdinskaya": (131.9955, 43.3747),
    "trudovoye": (132.0789, 43.3027), "vladivostok": (131.8735, 43.1056),
    "pogranichny": (131.3785, 44.4104),
    # Chinese Eastern
    "manzhouli": (117.4333, 49.6000), "jalai-nur": (117.7000, 49.4500),
    "cuogang": (118.1017, 49.2579), "wangong": (118.8901, 49.1895),
    "hailar": (119.7000, 49.2000), "yakeshi": (120.7333, 49.2833),
    "mianduhe": (121.0333, 49.1000), "boketu": (121.9099, 48.7572),
    "zhalantun": (122.7365, 48.0095), "nianzishan": (122.8879, 47.5134),
    "longjiang": (123.1960, 47.3360), "hulan-ergi": (123.6333, 47.2042),
    "angangxi": (123.8064, 47.1569), "anda": (125.3016, 46.4487),
    "zhaodong": (125.9552, 46.0522), "harbin": (126.6500, 45.7500),
    "acheng": (126.9519, 45.5456), "yuquan": (127.1590, 45.4100),
    "wujimi": (127.8358, 45.2185), "shangzhi": (128.0024, 45.2056),
    "weihe": (128.3774, 44.9554), "shitouhezi": (128.6853, 44.8699),
    "hengdaohezi": (129.0688, 44.8077), "hailin": (129.3854, 44.5715),
    "mudanjiang": (129.6259, 44.5480), "modaoshi": (129.8596, 44.5604),
    "xiachengzi": (130.4511, 44.6863), "maqiaohe": (130.5359, 44.6910),
    "suiyang": (130.8814, 44.4219), "suifenhe": (131.1478, 44.3998),
    # to Changchun, Dairen and Port Arthur
    "shuangcheng": (126.3071, 45.3798), "dehui": (125.6943, 44.5367),
    "kuancheng": (125.3200, 43.9426), "changchun": (125.3228, 43.8800),
    "gongzhuling": (124.8198, 43.5008), "siping": (124.3779, 43.1614),
    "changtu": (124.0955, 42.7788), "kaiyuan": (124.0403, 42.5331),
    "tieling": (123.8414, 42.2931), "mukden": (123.4328, 41.7922),
    "sujiatun": (123.3392, 41.6592), "liaoyang": (123.1731, 41.2719),
    "anshan": (122.9900, 41.1236), "haicheng": (122.7475, 40.8516),
    "dashiqiao": (122.5025, 40.6373), "gaizhou": (122.3686, 40.3942),
    "xiongyue": (122.1228, 40.1774), "wafangdian": (122.0081, 39.6183),
    "pulandian": (121.9669, 39.3953), "jinzhou": (121.7167, 39.1000),
    "zhoushuizi": (121.5700, 38.9600),  # own
    "dairen": (121.6022, 38.9122), "yingchengzi": (121.3700, 38.9700),  # own
    "port-arthur": (121.2667, 38.8000),
    # Antung
    "benxi": (123.7650, 41.2886), "caohekou": (123.9038, 40.8790),
    "tongyuanpu": (123.9158, 40.7922), "jiguanshan": (123.9145, 40.5202),
    "fengcheng": (124.0717, 40.4536), "antung": (124.3947, 40.1292),
}  # fmt: skip

# id -> runs, each from place to place
RAILWAYS = {
    "rail-cer": [
        "manzhouli jalai-nur cuogang wangong hailar yakeshi mianduhe boketu zhalantun nianzishan "
        "longjiang hulan-ergi angangxi anda zhaodong harbin acheng yuquan wujimi shangzhi weihe "
        "shitouhezi hengdaohezi hailin mudanjiang modaoshi xiachengzi maqiaohe suiyang suifenhe",
    ],
    "rail-cer-south": ["harbin shuangcheng dehui kuancheng changchun"],
    "rail-smr": [
        "changchun gongzhuling siping changtu kaiyuan tieling mukden sujiatun liaoyang anshan "
        "haicheng dashiqiao gaizhou xiongyue wafangdian pulandian jinzhou zhoushuizi dairen",
        "zhoushuizi yingchengzi port-arthur",
    ],
    "rail-mukden-antung": [
        "mukden sujiatun benxi caohekou tongyuanpu jiguanshan fengcheng antung",
    ],
    "rail-transsib": [
        "ulan-ude petrovsk khilok yablonovo chita darasun karymskaya shilka priiskovaya kuenga "
        "sretensk",
    ],
    "rail-transsib-manzhouli": [
        "karymskaya mogoytuy olovyannaya borzya zabaykalsk manzhouli",
    ],
    "rail-transsib-amur": [
        "kuenga chernyshevsk zhireken mogocha amazar yerofey-pavlovich urusha skovorodino taldan "
        "magdagachi shimanovsk svobodny belogorsk zavitinsk bureya arkhara obluchye izvestkovy "
        "bira birobidzhan smidovich khabarovsk",
    ],
    "rail-transsib-ussuri": [
        "khabarovsk khor vyazemsky bikin dalnerechensk lesozavodsk spassk-dalny sibirtsevo "
        "ussuriysk nadezhdinskaya trudovoye vladivostok",
        "ussuriysk pogranichny suifenhe",
    ],
}


def build():
    """(id, line) of each."""
    found = []
    for rail, runs in RAILWAYS.items():
        lines = [LineString([PLACES[place] for place in run.split()]) for run in runs]
        found.append((rail, lines[0] if len(lines) == 1 else MultiLineString(lines)))
    return found
