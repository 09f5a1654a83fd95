"""English letters and their ways into Uyghur; how the lines are read and where they are from: `uyghur_letters`.

Names of places that Uyghur software has follow the letters more than the sounds (`گىلېندالې` Glendale), names of
people the sounds; so both ways stand here.  FROM_ENGLISH_TURKIC goes before the other for names of Turkic and Muslim
languages, where q and k, gh and g, e and a are told apart.
"""

from __future__ import annotations

FROM_ENGLISH_TURKIC = """
 |baev|$| بايېۋ 8 بايېف 2
 |bayev|$| بايېۋ 8 بايېف 2
 |baeva|$| بايېۋا 10
 |bayeva|$| بايېۋا 10
 |ae| | ائە 5 ائې 5
 |au| | اۋ 10
 |eu| | ەۋ 8 ېۋ 2
 |ai| | اي 10
 |ay| | اي 10
 |ei| | ېي 6 ەي 4
 |gul|$| گۈل 10
 |bek|$| بېك 6 بەك 4
 |bay|$| باي 10
 |bai|$| باي 10
 |khan|$| خان 10
 |han|$| خان 6 ھان 4
 |jan|$| جان 10
 |zhan|$| جان 10
 |berdi|$| بەردى 7 بېردى 3
 |dzh| | ج 10
 |zh| | ج 10
 |kh| | خ 7 ھ 3
 |gh| | غ 10
 |h| | ھ 6 خ 4
 |j| | ج 10
 |x| | خ 7 ش 3
 |q| | ق 10
 |ng| | ڭ 8 نگ 2
^ |a| | ا 6 ە 4
 |a|$| ا 6 ە 4
 |a| | ا 7 ە 3
 |e|$| ە 8 ې 2
 |e| | ە 6 ې 4
 |u| | ۇ 8 ۈ 2
 |o| | و 8 ۆ 2
 |k|[aou]| ق 5 ك 5
 |k|$| ق 5 ك 5
 |f| | پ 5 ف 5
"""

FROM_ENGLISH = """
^ |sao|$| سان 7 سائو 3
 |uu| | ۇ 7 ۇئۇ 3
 |ii| | ى 7 ىئى 3
 |ov|$| وۋ 8 وف 2
 |ova|$| وۋا 10
 |aev|$| ايېۋ 8 ايېف 2
 |aeva|$| ايېۋا 10
 |ayev|$| ايېۋ 8 ايېف 2
 |ayeva|$| ايېۋا 10
 |oev|$| ويېۋ 8 ويېف 2
 |oeva|$| ويېۋا 10
 |oyev|$| ويېۋ 8 ويېف 2
 |oyeva|$| ويېۋا 10
 |uev|$| ۇيېۋ 8 ۇيېف 2
 |ueva|$| ۇيېۋا 10
 |uyev|$| ۇيېۋ 8 ۇيېف 2
 |uyeva|$| ۇيېۋا 10
 |eev|$| ېيېۋ 8 ېيېف 2
 |eeva|$| ېيېۋا 10
 |eyev|$| ېيېۋ 8 ېيېف 2
 |eyeva|$| ېيېۋا 10
 |iev|$| ىيېۋ 8 ىيېف 2
 |ieva|$| ىيېۋا 10
 |iyev|$| ىيېۋ 8 ىيېف 2
 |iyeva|$| ىيېۋا 10
K|yev|$| ېۋ 6 يېۋ 4
K|yeva|$| ېۋا 6 يېۋا 4
 |burg|$| بۇرگ 10
 |burgh|$| بۇرگ 10
 |shire|$| شىر 8 شېر 2
 |ville|$| ۋىللې 6 ۋىل 4
 |town|$| توۋن 6 تون 2 تاۋن 2
 |que|$| ك 8 كې 2
 |nce|$| نس 6 نسې 4
 |tion| | شېن 10
 |ia|$| ىيە 6 ىيا 4
 |ia| | ىئا 55 ىيا 45
 |io| | ىئو 55 ىيو 45
 |ie|$| ى 10
 |ie| | ىيې 5 ى 5
 |iu| | ىيۇ 10
 |ee| | ى 9 ې 1
 |ea| | ى 4 ېئا 4 ې 2
 |eo| | ېئو 9 ېيو 1
 |ei| | ېي 5 ەي 3 ى 2
 |ey|$| ى 4 ېي 6
 |ey| | ېي 9 ەي 1
 |eu| | ېۋ 4 ېئۇ 3 يۇ 3
 |ew| | يۇ 6 ېۋ 4
 |ai| | اي 6 ەي 2 ې 2
 |ay| | اي 6 ەي 2 ېي 2
 |au| | اۋ 40 ائۇ 50 و 10
 |aw| | و 5 اۋ 5
 |ae| | ې 5 ائې 5
 |aa| | ا 9 ائا 1
 |oo| | ۇ 9 و 1
 |ou| | ۇ 6 و 2 اۋ 2
 |ow|V| وۋ 10
 |ew|V| ېۋ 10
 |aw|V| اۋ 10
 |ow| | وۋ 4 و 4 اۋ 2
 |oa| | وئا 6 و 4
 |oe| | ۆ 3 وئې 5 و 2
 |oi| | وي 5 وئى 3 ۋا 2
 |oy| | وي 10
 |ua| | ۇئا 6 ۋا 4
 |ue|$| ۇئې 6 ۇ 4
 |ue| | ۇئې 7 ۋې 3
 |ui| | ۇئى 5 ۋى 3 ۇي 2
 |uo| | ۇئو 6 ۋو 4
^ |a|n| ا 9 ە 1
 |a|$| ا 9 ە 1
 |a| | ا 94 ە 3 ې 3
 |é| | ې 10
 |e|$| ې 6 - 4
^ |e| | ې 8 ە 2
 |e| | ې 93 ە 3 ى 2 - 2
V |i| | ي 6 ى 4
 |i| | ى 98 اي 2
 |o| | و 97 ۇ 2 ا 1
 |ö| | ۆ 7 و 2 يو 1
 |ø| | ۆ 6 و 4
 |ü| | ۈ 6 ۇ 2 يۇ 2
 |u| | ۇ 92 ا 3 يۇ 3 ۈ 2
^ |y|V| ي 10
V |y|V| ي 10
 |y|$| ى 9 ىي 1
K |y|V| ي 7 ىي 3
V |y| | ي 10
 |y| | ى 10
 |sch| | ش 8 سك 2
 |tch| | چ 5 تچ 5
 |tsch| | چ 10
 |ch| | چ 7 ش 1 خ 1 ك 1
 |ck| | ك 5 كك 5
 |cc|[eiy]| چ 6 كس 2 تچ 2
 |cc| | كك 6 ك 4
 |c|[eiy]| س 75 چ 15 ك 10
 |c| | ك 10
 |dj| | ج 10
 |dzh| | ج 10
 |dh| | د 9 دھ 1
 |dg|e| ج 10
 |gh|$| غ 3 گ 4 - 3
 |gh| | غ 5 گ 5
 |gu|[ei]| گ 7 گۇ 3
 |g|[ei]| گ 6 ج 3 ژ 1
 |g| | گ 97 غ 3
 |kh| | خ 9 ك 1
 |h|K| خ 4 - 4 ھ 2
 |h|$| - 5 خ 3 ھ 2
^ |h| | خ 50 ھ 45 - 5
 |h| | خ 45 ھ 45 - 10
 |j| | ج 75 ي 10 ژ 5 خ 10
 |ph| | ف 10
 |qu| | ك 4 كۋ 4 كۇ 2
 |q| | ق 7 ك 2 چ 1
 |sh| | ش 10
 |sz| | س 6 ش 4
V |s|V| س 85 ز 15
 |s| | س 99 ز 1
 |th| | ت 8 س 2
 |ts| | تس 10
 |tz| | تس 7 ز 3
 |v| | ۋ 98 ف 2
 |wh| | ۋ 10
 |w| | ۋ 10
^ |x| | ش 3 ز 3 خ 2 كس 2
 |x| | كس 8 ش 2
 |zh| | ژ 5 ج 5
 |zz| | ز 4 زز 3 تس 3
 |z| | ز 9 س 1
 |ng|V| نگ 6 ڭ 4
 |ng|$| ڭ 9 نگ 1
 |ng| | ڭ 55 نگ 45
 |k| | ك 95 ق 5
 |f| | ف 98 پ 2
 |b| | ب 10
 |d| | د 10
 |l| | ل 10
 |m| | م 10
 |n| | ن 10
 |p| | پ 10
 |r| | ر 10
 |t| | ت 10
 |'| | - 10
"""
