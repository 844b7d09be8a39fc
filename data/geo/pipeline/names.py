"""Names of rivers and lakes.

The river names of the source are damaged ("Ol?kma") or double ("Heilong Jiang (Amur)"), and one
river may carry several. RIVERS maps every spelling that matters to an id; NAMES gives names to
the few that the map labels.
"""

# name in the source -> id
RIVERS = {
    "Amur": "amur",
    "Heilong Jiang (Amur)": "amur",
    "Amgun?": "amgun",
    "Anadyr?": "anadyr",
    "Argun? (Ergun)": "argun",
    "Chang Jiang (Yangtze)": "yangtze",
    "Jinsha (Yangtze)": "yangtze",
    "Tongtian": "yangtze",
    "Tuotuo": "yangtze",
    "Di?er Songhua": "second-songhua",
    "Ertis": "irtysh",
    "Ertix (Irtysh)": "irtysh",
    "Herlen (Kerulen)": "kerulen",
    "Hong (Red)": "red-river",
    "Huang": "yellow-river",
    "Huang (Yellow)": "yellow-river",
    "Lancang (Mekong)": "mekong",
    "Lower  Tunguska (Nizhnyaya Tunguska)": "nizhnyaya-tunguska",
    "Nu (Salween)": "salween",
    "Nu": "salween",
    "Ob?": "ob",
    "Ol?kma": "olyokma",
    "Olen?k": "olenyok",
    "Selenge (Selenga)": "selenga",
    "Song?acha": "songacha",
    "Songhua (Sungari)": "sungari",
    "Tao?er": "taoer",
    "Tom?": "tom",
    "Ussuri (Wusuli)": "ussuri",
    "Verkhniy Yenisey": "yenisey",
    "Xiliao": "west-liao",
}

NAMES = {
    "amur": {"en": "Amur (Heilong)", "ja": "アムール川（黒竜江）", "ru": "Амур"},
    "ussuri": {"en": "Ussuri", "ja": "ウスリー川", "ru": "Уссури"},
    "sungari": {"en": "Sungari (Songhua)", "ja": "松花江", "ru": "Сунгари"},
    "argun": {"en": "Argun", "ja": "アルグン川", "ru": "Аргунь"},
    "shilka": {"en": "Shilka", "ja": "シルカ川", "ru": "Шилка"},
    "lena": {"en": "Lena", "ja": "レナ川", "ru": "Лена"},
    "yalu": {"en": "Yalu (Amnok)", "ja": "鴨緑江", "ru": "Ялуцзян"},
    "tumen": {"en": "Tumen", "ja": "豆満江", "ru": "Туманная"},
    "zeya": {"en": "Zeya", "ja": "ゼヤ川", "ru": "Зея"},
    "liao": {"en": "Liao", "ja": "遼河", "ru": "Ляохэ"},
    "nen": {"en": "Nen (Nonni)", "ja": "嫩江", "ru": "Нэньцзян (Нонни)"},
    "selenga": {"en": "Selenga", "ja": "セレンガ川", "ru": "Селенга"},
    "angara": {"en": "Angara", "ja": "アンガラ川", "ru": "Ангара"},
    "yellow-river": {"en": "Yellow River", "ja": "黄河", "ru": "Хуанхэ"},
}

# GSHHG number -> (id, name)
LAKES = {
    "180506": ("baikal", {"en": "Lake Baikal", "ja": "バイカル湖", "ru": "Озеро Байкал"}),
    "180545": (
        "khanka",
        {"en": "Lake Khanka (Xingkai)", "ja": "ハンカ湖（興凱湖）", "ru": "Озеро Ханка"},
    ),
    "180569": (
        "hulun",
        {
            "en": "Lake Hulun (Dalai Nur)",
            "ja": "ホロン湖（呼倫湖）",
            "ru": "Озеро Хулун-Нур",
        },
    ),
    "180749": ("buir", {"en": "Lake Buir", "ja": "ボイル湖", "ru": "Озеро Буйр-Нур"}),
}
