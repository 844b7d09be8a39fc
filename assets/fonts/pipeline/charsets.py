"""What each bundled face must hold, before the project's own texts are added."""


def _jis(first, last):
    rows = (bytes([r + 0xA0, c + 0xA0]) for r in range(first, last) for c in range(1, 95))
    return "".join(b.decode("euc_jp", errors="ignore") for b in rows)


def _span(*pairs):
    return "".join(chr(c) for a, b in pairs for c in range(a, b + 1))


# --- Latin and Cyrillic faces -------------------------------------------------------------
LATIN = _span(
    (0x20, 0x7E),
    (0xA0, 0x17F),  # Latin-1, Latin Extended-A
    (0x1CD, 0x1DC),  # pinyin
    (0x1F8, 0x1F9),
    (0x218, 0x21B),
    (0x2BB, 0x2BC),
)
COMBINING = "\u0300\u0301\u0302\u0304\u0306\u0308\u030c"
CYRILLIC = _span((0x400, 0x45F), (0x490, 0x491))
PUNCTUATION = (
    "\u2002\u2003\u2007\u2009\u200a\u200b\u202f\u2010\u2011\u2012–—―‘’‚“”„†‡•…‰′″‹›⁄€₽№−\u2212½¼¾⁴₁₂₃"
)
# Taken from Inter where the text face lacks them (it lacks them all but a few).
SYMBOLS = "←↑→↓↔↕↗↘↙↖⟵⟶≤≥≈≠∞▲△▶▷▼▽◀◁●○■□◆◇★☆✓✗⌘⌥⌃⇧⏎↵⌫⇥"
# Widgets of the toolkit print these: drawn like the sign on the right.
ALIASES = {
    "⏴": "◀", "⏵": "▶", "⏶": "▲", "⏷": "▼", "▸": "▶", "▾": "▼", "◂": "◀", "▴": "▲",
    "◻": "□", "◼": "■", "✔": "✓", "✕": "×", "⬆": "↑", "⬇": "↓", "⬅": "←", "➡": "→",
}

# --- Japanese faces -----------------------------------------------------------------------
KANA = _span((0x3041, 0x3096), (0x3099, 0x309F), (0x30A0, 0x30FF), (0x31F0, 0x31FF))
CJK_PUNCTUATION = _span((0x3000, 0x301F), (0xFF01, 0xFF5E), (0xFFE0, 0xFFE5)) + "〇〻〒℃①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ※‥∴◎⇒⇔㎞㎡㎢"
JIS1 = _jis(16, 48)
# Regular-use kanji of 2010 (many of them outside level 1).
JOYO_2010 = (
    "挨曖宛嵐畏萎椅彙茨咽淫唄鬱怨媛艶旺岡臆俺苛牙瓦楷潰諧崖蓋骸柿顎葛釜鎌韓玩伎亀毀畿臼嗅巾僅錦惧串窟熊詣憬稽隙桁拳鍵舷股虎錮勾梗喉乞傲駒頃痕沙挫采塞埼柵刹拶"
    "斬恣摯餌鹿𠮟叱嫉腫呪袖羞蹴憧拭尻芯腎須裾凄醒脊戚煎羨腺詮箋膳狙遡曽爽痩踪捉遜汰唾堆戴誰旦綻緻酎貼嘲捗椎爪鶴諦溺塡妬賭藤瞳栃頓貪丼那奈梨謎鍋匂虹捻罵剝箸氾"
    "汎阪斑眉膝肘阜訃蔽餅璧蔑哺蜂貌頰睦勃昧枕蜜冥麺冶弥闇喩湧妖瘍沃拉辣藍璃慄侶瞭瑠呂賂弄籠麓脇"
)
# Forms used in the originals of treaties, decrees and maps before 1946.
OLD_FORMS = (
    "亞惡壓圍爲醫壹逸稻飮隱營榮衞驛圓鹽緣艷應歐毆櫻奧橫溫穩假價畫會壞懷繪槪擴殼覺學嶽樂喝渴褐勸卷寬歡漢罐觀關陷顏器既氣歸龜僞戲犧舊據擧虛峽挾敎狹鄕堯曉勤謹區驅"
    "勳薰群徑惠揭携溪經繼莖螢輕鷄藝擊缺儉劍圈檢權獻縣硏險顯驗嚴效廣恆鑛號國穀黑濟碎齋劑櫻册殺雜參慘棧蠶贊殘絲視齒兒辭濕實舍寫社者釋壽收從澁獸縱肅處暑署緖諸敍奬"
    "將涉燒祥稱證乘剩壤孃條淨狀疊讓釀囑觸寢愼晉眞神盡圖粹醉隨髓數樞瀨聲靜齊攝竊節專戰淺潛纖踐錢禪祖雙壯搜插巢曾瘦爭窗總聰莊裝騷增憎臟藏贈屬續墮體對帶滯臺瀧擇澤"
    "單擔膽團彈斷癡遲晝蟲鑄廳徵懲聽敕鎭塚遞鐵轉點傳都黨盜燈當鬪德獨讀突屆難貳惱腦霸廢拜賣麥發髮拔蠻祕濱甁拂佛變邊邉辨辯瓣步舖穗寶襃豐墨沒飜每槇萬滿免麵默餠彌譯"
    "藥與豫餘譽搖樣謠遙來賴亂覽欄畧龍虜兩獵綠淚壘類禮勵靈隸齡曆歷戀爐勞廊朗郞祿錄灣埜嶋嶌峯崎﨑髙濵冨吿呂淸靑戶內鬭奪戾綫產卽爭敎說銳稅脫悅閱鄭僚憲尙靖"
)
NAMES = (
    "占守島幌筵島温禰古丹島捨子古丹島松輪島新知島得撫島択捉島擇捉島国後島國後島色丹島歯舞群島齒舞諸島水晶島秋勇留島勇留島志発島志發島多楽島多樂島貝殻島春苅島樺太"
    "豊原豐原大泊真岡眞岡恵須取敷香留多加野田知取内淵栄浜落合塔路安別亜庭湾中知床岬西能登呂岬北知床海馬島海豹島散江半田古屯気屯上敷香多来加幌内川鈴谷本斗久春内泊居名好鵜城"
    "北海道根室函館札幌小樽野付標津羅臼斜里納沙布岬紗那留別蘂取蕊取単冠湾内保古釜布泊村留夜別乳呑路穴澗斜古丹厚岸釧路網走稚内宗谷海峡間宮海峡津軽海峡根室海峡"
    "満洲國満州国滿洲國滿鐵関東州關東州旅順大連奉天瀋陽新京長春吉林哈爾濱哈爾浜牡丹江黒河黑河満洲里海拉爾呼倫貝爾熱河承德承徳興安盛京遼陽遼東半島遼寧鉄嶺營口営口錦州山海關"
    "赤峰多倫張家口綏遠綏芬河佳木斯斉斉哈爾齊齊哈爾三江穆稜寧古塔敦化琿春璦琿愛琿額爾古納呼瑪図們江豆満江鴨緑江撫順膠州湾威海衛青島張鼓峰諾門罕哈拉哈河貝爾湖松花江黒竜江黑龍江烏蘇里江興凱湖"
    "朝鮮京城平壌仁川釜山元山羅津清津蒙古庫倫恰克図尼布楚浦塩斯徳浦鹽伯力尼港廟街亜港武市蘇城薩哈嗹薩哈林庫頁島蝦夷地唐太西伯利亜莫斯科露西亜魯西亜獨逸佛蘭西英吉利亞米利加阿蘭陀"
    "知多下田東京箱館長崎下関馬関阿頼度磨勘留越渇磨知林雷公計羅処和宇志知計吐夷武魯頓理保以春牟志林規牟知列岩条約講和宣言領土千島列島日露清中華民國聯合國聯合国蘇聯蘇維埃"
    "伊藤博文榎本武揚陸奥宗光幣原喜重郎鳩山一郎河野重光葵杉原千畝齋藤渡邊渡邉間宮林蔵最上徳内近藤重蔵高田屋嘉兵衛松前藩大黒屋光太夫伊能忠敬羽太正養川路聖謨筒井政憲古賀謹一郎"
    "寺島宗則副島種臣黒田清隆岡本監輔小村壽太郎寿太郎林董栗野慎一郎本野一郎内田康哉後藤新平芳澤謙吉広田弘毅有田八郎松岡洋右東郷茂徳佐藤尚武樋口季一郎堤不夾貴石原莞爾張作霖張学良溥儀袁世凱李鴻章曾紀澤"
    "俄羅斯吳俊陞馬占山汪精衛蔣介石毛沢東毛澤東周恩来孫文袁段祺瑞徐樹錚楊宇霆鄭孝胥芳沢加藤高明犬養毅濱口雄幸濱田吉田茂岸信介佐藤榮作田中角栄福田赳夫大平正芳中曽根康弘橋本龍太郎小渕恵三森喜朗小泉純一郎安倍晋三"
)
SIMPLIFIED = (
    "沈阳长春哈尔滨辽宁黑龙江满洲关东热河兴安呼伦贝尔旅顺齐齐哈尔历史国际条约苏联俄罗斯战争协议边界省内蒙古自治区条约汇编外长领土问题与关系会议宣言库页岛千岛群岛华人民共和国"
)
HANGUL = "대한민국조선북한만주국일본러시아소련중국쿠릴열도사할린극동한반도역사외교부조약"

# Sea names and other waters: the light mincho holds these only.
WATERS = (
    "北南東西中太平洋日本海黄渤湾峡水道湖川江河岬間宮宗谷津軽根室国後択捉色丹歯舞多楽得撫幌筵占守温禰古捨子松輪新知島列諸群千樺満洲朝鮮対馬大連遼旅順瀬戸内外縁氷流"
    "黒竜龍烏蘇里松花豆図們鴨緑興凱貝爾呼倫亜庭来加留安久志丹付納沙布珸瑤瑁野半島半弧溝深堆浪暖寒潮親韃靼鄂霍次克白令阿頼度嶼礁環線境界海域漁場"
)

# --- Icons (name upstream) ----------------------------------------------------------------
ICONS = """
play pause skip-back skip-forward rewind fast-forward repeat
caret-left caret-right caret-up caret-down caret-double-left caret-double-right caret-up-down
arrow-left arrow-right arrow-up arrow-down arrow-counter-clockwise arrow-clockwise arrow-u-up-left
magnifying-glass magnifying-glass-plus magnifying-glass-minus gear sliders sliders-horizontal funnel
sun moon circle-half globe globe-hemisphere-east translate text-aa
info x x-circle list list-bullets dots-three dots-three-vertical
map-trifold map-pin map-pin-line compass compass-rose crosshair anchor flag flag-banner island boat path
chart-line chart-line-up chart-bar chart-bar-horizontal
clock clock-counter-clockwise calendar calendar-blank calendar-dots timer gauge
book-open book-open-text books bookmark bookmark-simple scroll article newspaper quotes note notebook bank scales handshake
graduation-cap chalkboard-teacher exam presentation projector-screen student users users-three user
printer export download download-simple share file-csv file-pdf image floppy-disk folder-open
arrows-out arrows-in arrows-out-simple corners-out corners-in house
plus minus check check-circle warning warning-circle question circle dot
link link-simple arrow-square-out copy eye eye-slash stack stack-simple keyboard push-pin push-pin-slash
columns rows square-split-horizontal sidebar-simple arrows-left-right swap ruler hand cursor
pencil-simple trash star lock lock-open lightbulb eraser shuffle
""".split()
# Filled twins, at the upstream code point + 0x1000.
ICONS_FILL = "play pause skip-back skip-forward map-pin bookmark-simple push-pin star warning check-circle flag circle info".split()
