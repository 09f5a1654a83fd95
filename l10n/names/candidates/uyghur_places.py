"""Places that Uyghur names in its own way, and well-known ones whose spelling is settled.

A line: English forms | Russian forms | Kazakh forms where they differ from the Russian | Uyghur forms, the best first.
Forms of one language stand between commas.  What a rule finds anyway is not here.

Source: general knowledge of Uyghur newspapers, dictionaries and atlases, written by hand, not taken from a list;
no form was copied from CLDR, whose names come through Babel.
A native reader must still confirm: the second forms, which of two is meant for which readers (`گائاگا` after the
Russian, `ھاگا` after the English), and the places outside Central Asia and China.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from l10n.names.candidates.asking import Ask, Candidate, base

REGION = """
Ürümqi, Urumqi, Urumchi, Ürümchi | Урумчи | Үрімжі, Үрімші | ئۈرۈمچى
Kashgar, Kashi, Kaxgar | Кашгар | Қашқар | قەشقەر
Hotan, Khotan, Hetian | Хотан | Хотан, Қотан | خوتەن
Yining, Ghulja, Gulja, Kulja | Кульджа, Инин | Құлжа | غۇلجا
Aksu, Akesu, Aqsu | Аксу | Ақсу | ئاقسۇ
Turpan, Turfan | Турфан | Тұрпан, Турфан | تۇرپان
Hami, Kumul, Qumul | Хами, Кумул | Құмыл, Қомыл | قۇمۇل
Korla, Kuerle | Корла | Корла | كورلا
Karamay, Qaramay, Kelamayi | Карамай | Қарамай | قاراماي
Altay | Алтай | Алтай | ئالتاي
Tacheng, Chochek, Chöchek, Qoqek, Tarbagatay | Чугучак, Тачэн | Шәуешек | چۆچەك, تارباغاتاي
Artux, Atush, Artush | Артуш, Атуш | Артыш | ئاتۇش
Shihezi | Шихэцзы | | شىخەنزە
Changji, Sanji | Чанцзи | Санжы | سانجى
Bole, Bortala | Боле, Бортала | Бұратала | بۆرتالا
Kuqa, Kucha, Kuche | Куча | Құша, Күшар | كۇچا
Yarkand, Yarkant, Shache | Яркенд | Жәркент | يەكەن
Zharkent, Jarkent, Yarkent | Жаркент | Жаркент | ياركەنت
Yengisar, Yingisha | Янгигисар, Янгисар | | يېڭىسار
Maralbexi, Maralbeshi, Bachu | Маралбаши | | مارالبېشى
Kargilik, Karghalik, Yecheng | Каргалык | | قاغىلىق
Poskam, Zepu | Поскам | | پوسكام
Makit, Mekit | Макит, Меркит | | مەكىت
Guma, Pishan | Гума | | گۇما
Karakax, Qaraqash, Moyu | Каракаш | | قاراقاش
Keriya, Yutian | Керия | | كېرىيە
Niya, Minfeng | Ния | | نىيە
Qira, Chira, Cele | Чира | | چىرا
Uqturpan, Uchturpan, Wushi | Уч-Турфан | | ئۈچتۇرپان
Xayar, Shayar | Шаяр | | شايار
Yanqi, Karashahr | Карашар, Яньци | Қарашаһар | قاراشەھەر, يەنجى
Qarkilik, Charkhlik, Ruoqiang | Чарклык | | چاقىلىق
Qarqan, Cherchen, Qiemo | Черчен | | چەرچەن
Luntai, Bugur | Бугур | | بۈگۈر
Lop Nur, Lop Nor | Лобнор | | لوپنۇر
Shanshan, Piqan, Pichan | Пичан | | پىچان
Barkol, Barköl | Баркуль | Баркөл | باركۆل
Korgas, Khorgos, Horgos, Huocheng | Хоргос | Қорғас | قورغاس
Tekes | Текес | Текес | تېكەس
Zhaosu, Mongolkure | Чжаосу | Моңғолкүре | موڭغۇلكۈرە
Qapqal, Chapchal | Чапчал | Шапшал | چاپچال
Kunes, Xinyuan | Кунес | Күнес | كۈنەس
Wusu, Shikho | Усу | Шиху | شىخۇ
Emin, Dorbiljin | Эмин | Дөрбілжін | دۆربىلجىن
Qitai, Guqung | Цитай, Гучэн | | گۇچۇڭ
Manas | Манас | Манас | ماناس
Taxkorgan, Tashkurgan, Tashkorgan | Ташкурган | Тасқорған | تاشقورغان
Tumxuk, Tumshuk | Тумшук | | تۇمشۇق
Tarim | Тарим | Тарым | تارىم
Taklamakan, Taklimakan | Такла-Макан | Тақламақан | تەكلىماكان
Ili | Или | Іле | ئىلى
Dzungaria, Junggar | Джунгария | Жоңғария | جۇڭغارىيە
Tian Shan, Tien Shan, Tianshan | Тянь-Шань | Тянь-Шань | تەڭرىتاغ, تيانشان
Xinjiang, Sinkiang | Синьцзян | Шыңжаң, Синьцзян | شىنجاڭ
East Turkestan, East Turkistan, Eastern Turkistan | Восточный Туркестан | Шығыс Түркістан | شەرقىي تۈركىستان
Xinjiang Uyghur Autonomous Region | Синьцзян-Уйгурский автономный район | | شىنجاڭ ئۇيغۇر ئاپتونوم رايونى
Xinjiang Uygur Autonomous Region | СУАР | Шыңжаң-Ұйғыр автономиялық ауданы | شىنجاڭ ئۇيغۇر ئاپتونوم رايونى
Central Asia | Центральная Азия, Средняя Азия | Орталық Азия | ئوتتۇرا ئاسىيا, مەركىزىي ئاسىيا
"""

CHINA = """
China, PRC | Китай | Қытай | جۇڭگو, خىتاي
People's Republic of China | Китайская Народная Республика, КНР | Қытай Халық Республикасы | جۇڭخۇا خەلق جۇمھۇرىيىتى
Beijing, Peking | Пекин | Бейжің, Пекин | بېيجىڭ
Shanghai | Шанхай | Шанхай, Шаңхай | شاڭخەي
Hong Kong, Hongkong, Xianggang | Гонконг | Гонконг, Сянган | شياڭگاڭ, خوڭكوڭ
Macao, Macau, Aomen | Макао, Аомынь | | ئاۋمېن, ماكاۋ
Tibet, Xizang | Тибет | Тибет | تىبەت, شىزاڭ
Inner Mongolia, Nei Mongol | Внутренняя Монголия | Ішкі Моңғолия | ئىچكى موڭغۇل, ئىچكى موڭغۇلىيە
Shanxi | Шаньси | | سەنشى, شەنشى
Shaanxi | Шэньси | | شەنشى
Shandong | Шаньдун | | شەندۇڭ
Guangdong, Canton | Гуандун | | گۇاڭدۇڭ
Guangxi | Гуанси | | گۇاڭشى
Guangzhou | Гуанчжоу | | گۇاڭجۇ
Guizhou | Гуйчжоу | | گۈيجۇ
Hubei | Хубэй | | خۇبېي
Hebei | Хэбэй | | خېبېي
Harbin | Харбин | | خاربىن
Lhasa | Лхаса | | لخاسا, لاسا
Hohhot, Huhehot | Хух-Хото | | كۆكخوت
Xi'an, Xian | Сиань | | شىئەن
Taiwan | Тайвань | | تەيۋەن
Taipei | Тайбэй | | تەيبېي
Kaohsiung | Гаосюн | | گاۋشيۇڭ
Nanjing, Nanking | Нанкин | | نەنجىڭ
Dalian | Далянь | | دالىيەن
"""

TURKISTAN = """
Almaty, Alma-Ata, Alma Ata | Алматы, Алма-Ата | Алматы | ئالمۇتا, ئالماتا
Astana | Астана | Астана | ئاستانا
Nur-Sultan, Nursultan | Нур-Султан | Нұр-Сұлтан | نۇر-سۇلتان
Shymkent, Chimkent | Шымкент, Чимкент | Шымкент | چىمكەنت, شىمكەنت
Karaganda, Karagandy, Qaraghandy | Караганда | Қарағанды | قاراغاندى, قاراغاندا
Aktobe, Aqtobe, Aktyubinsk | Актобе, Актюбинск | Ақтөбе | ئاقتۆبە
Semey, Semipalatinsk | Семей, Семипалатинск | Семей | سېمېي
Oskemen, Ust-Kamenogorsk, Öskemen | Усть-Каменогорск, Оскемен | Өскемен | ئۆسكەمەن
Atyrau | Атырау | Атырау | ئاتىراۋ
Aktau, Aqtau | Актау | Ақтау | ئاقتاۋ
Kostanay, Kustanay, Qostanay | Костанай, Кустанай | Қостанай | قوستاناي
Kyzylorda, Qyzylorda, Kzyl-Orda | Кызылорда | Қызылорда | قىزىلئوردا
Oral, Uralsk | Уральск | Орал | ئورال
Taldykorgan, Taldyqorghan, Taldykurgan | Талдыкорган, Талдыкурган | Талдықорған | تالدىقورغان
Kokshetau, Kokchetav, Kökshetau | Кокшетау, Кокчетав | Көкшетау | كۆكچەتاۋ
Turkistan, Turkestan | Туркестан | Түркістан | تۈركىستان
Zhezkazgan, Jezkazgan | Жезказган, Джезказган | Жезқазған | جېزقازغان
Balkhash, Balqash | Балхаш | Балқаш | بالقاش
Baikonur, Baykonur | Байконур, Байконыр | Байқоңыр | بايقوڭۇر
Temirtau | Темиртау | Теміртау | تېمىرتاۋ
Talgar | Талгар | Талғар | تالغار
Kaskelen | Каскелен | Қаскелең | قەسكەلەڭ
Chilik, Shelek | Чилик, Шелек | Шелек | چىلەك
Zhetysu, Jetisu, Semirechye | Жетысу, Семиречье | Жетісу | يەتتىسۇ
Mangystau, Mangistau | Мангистау | Маңғыстау | ماڭغىستاۋ
Kazakhstan | Казахстан | Қазақстан | قازاقىستان
Kyrgyzstan, Kirghizia | Киргизия, Кыргызстан, Киргизстан | Қырғызстан | قىرغىزىستان
Uzbekistan | Узбекистан | Өзбекстан | ئۆزبېكىستان
Tajikistan | Таджикистан | Тәжікстан | تاجىكىستان
Turkmenistan | Туркмения, Туркменистан | Түрікменстан | تۈركمەنىستان
Afghanistan | Афганистан | Ауғанстан | ئافغانىستان
Bishkek, Frunze | Бишкек, Фрунзе | Бішкек | بىشكەك
Osh | Ош | Ош | ئوش
Jalal-Abad, Jalalabad | Джалал-Абад, Джелалабад, Джалалабад | Жалалабад, Жалал-Абад | جالالئاباد
Karakol | Каракол | Қарақол | قاراقول
Naryn | Нарын | Нарын | نارىن
Tokmok, Tokmak | Токмок, Токмак | Тоқмақ | توقماق
Issyk-Kul, Issyk Kul, Ysyk-Köl | Иссык-Куль | Ыстықкөл | ئىسسىقكۆل
Tashkent, Toshkent | Ташкент | Ташкент | تاشكەنت
Samarkand, Samarqand | Самарканд | Самарқан, Самарқанд | سەمەرقەند
Bukhara, Bokhara, Buxoro | Бухара | Бұқара | بۇخارا
Khiva | Хива | Хиуа | خىۋە
Andijan, Andizhan | Андижан | Әндіжан | ئەنجان
Namangan | Наманган | Наманган | نەمەنگان
Fergana, Ferghana | Фергана | Ферғана | پەرغانە
Kokand, Qoqand | Коканд | Қоқан | قوقەند
Nukus | Нукус | Нүкіс | نۆكۈس, نۇكۇس
Urgench | Ургенч | Үргеніш | ئۈرگەنچ
Termez | Термез | Термез | تېرمىز
Khorezm, Khwarazm | Хорезм | Хорезм | خارەزم
Karakalpakstan | Каракалпакстан, Каракалпакия | Қарақалпақстан | قاراقالپاقىستان
Dushanbe | Душанбе | Душанбе, Дүйсенбі | دۈشەنبە
Khujand, Khodjent | Худжанд, Ходжент | Худжанд | خوجەنت, خوجەند
Badakhshan | Бадахшан | Бадахшан | بەدەخشان
Ashgabat, Ashkhabad | Ашхабад, Ашгабат | Ашхабад, Ашғабат | ئاشخاباد, ئاشگابات
Merv | Мерв | Мерв | مەرۋ
Ulaanbaatar, Ulan Bator | Улан-Батор | Ұланбатыр, Улан-Батор | ئۇلانباتور
Mongolia | Монголия | Моңғолия | موڭغۇلىيە
Caspian Sea | Каспийское море | Каспий теңізі | كاسپىي دېڭىزى
Aral Sea | Аральское море | Арал теңізі | ئارال دېڭىزى
Syr Darya | Сырдарья | Сырдария | سىر دەريا
Amu Darya | Амударья | Амудария | ئامۇ دەريا
"""

RUSSIA = """
Moscow | Москва | Мәскеу | موسكۋا
Saint Petersburg, St. Petersburg | Санкт-Петербург | | سانكت-پېتېربۇرگ, سانت-پېتېربۇرگ, سانكىت پېتېربۇرگ
Kazan | Казань | Қазан | قازان
Ufa | Уфа | Уфа | ئۇفا
Orenburg | Оренбург | Орынбор | ئورېنبۇرگ
Makhachkala | Махачкала | Махачкала | ماخاچقالا
Crimea | Крым | Қырым | قىرىم
Siberia | Сибирь | Сібір | سىبىرىيە
Tatarstan | Татарстан | Татарстан | تاتارىستان
Bashkortostan, Bashkiria | Башкортостан, Башкирия | Башқұртстан | باشقۇرتىستان
Dagestan | Дагестан | Дағыстан | داغىستان
Chechnya | Чечня | Шешенстан | چېچېنىيە, چېچېنىستان
Tuva | Тува, Тыва | Тува | تۇۋا
Yakutia, Sakha | Якутия, Саха | Якутия | ياقۇتىيە
Buryatia | Бурятия | Бурятия | بۇرياتىيە
Kalmykia | Калмыкия | Қалмақстан | قالماقىستان
Caucasus | Кавказ | Кавказ | كاۋكاز
Ural, Urals | Урал | | ئۇرال
Azerbaijan | Азербайджан | Әзербайжан, Әзірбайжан | ئەزەربەيجان
Baku | Баку | Баку | باكۇ
Georgia | Грузия | Грузия | گىرۇزىيە
Armenia | Армения | Армения | ئەرمېنىيە
Kyiv, Kiev | Киев | Киев | كىيېۋ
Ukraine | Украина | Украина | ئۇكرائىنا
Belarus | Беларусь, Белоруссия | Беларусь | بېلارۇسىيە
Russia | Россия | Ресей | رۇسىيە
Soviet Union, USSR | Советский Союз, СССР | Кеңес Одағы | سوۋېت ئىتتىپاقى
"""

MUSLIM_WORLD = """
Mecca, Makkah | Мекка | Мекке | مەككە
Medina | Медина | Медина | مەدىنە
Riyadh | Эр-Рияд | Эр-Рияд | رىياد
Jeddah, Jiddah | Джидда | Джидда | جىددە
Arabia | Аравия | Арабия | ئەرەبىستان
Saudi Arabia | Саудовская Аравия | Сауд Арабиясы | سەئۇدى ئەرەبىستان, سەئۇدىي ئەرەبىستان
Baghdad | Багдад | Бағдад | باغداد
Basra | Басра | Басра | بەسرە
Mosul | Мосул | Мосул | مۇسۇل
Kirkuk | Киркук | Киркук | كەركۈك
Iraq | Ирак | Ирак | ئىراق
Iran | Иран | Иран | ئىران
Damascus | Дамаск | Дамаск, Дамаскі | دەمەشق
Aleppo | Алеппо, Халеб | Алеппо | ھەلەپ
Syria | Сирия | Сирия | سۈرىيە, سۇرىيە
Beirut | Бейрут | Бейрут | بېيرۇت
Jerusalem | Иерусалим | Иерусалим | قۇددۇس, يېرۇسالىم
Gaza | Газа | Газа | غەززە
Palestine | Палестина | Палестина | پەلەستىن
Amman | Амман | Амман | ئاممان
Kuwait | Кувейт | Кувейт | كۇۋەيت
Dubai | Дубай | Дубай | دۇبەي
Abu Dhabi | Абу-Даби | Абу-Даби | ئەبۇ زەبى, ئابۇ-دابى
Bahrain | Бахрейн | Бахрейн | بەھرەين
Qatar | Катар | Катар | قاتار
Oman | Оман | Оман | ئومان
Yemen | Йемен | Йемен | يەمەن
Sanaa, Sana'a | Сана | Сана | سەنئا
Aden | Аден | Аден | ئەدەن
Tehran, Teheran | Тегеран | Тегеран, Теһран | تېھران
Isfahan, Esfahan | Исфахан | Исфахан | ئىسفاھان
Mashhad, Meshed | Мешхед | Мешхед | مەشھەد
Tabriz | Тебриз | Тебриз | تەبرىز
Shiraz | Шираз | Шираз | شىراز
Kabul | Кабул | Кабул | كابۇل
Kandahar, Qandahar | Кандагар | Кандагар | قەندىھار
Herat | Герат | Герат | ھىرات
Kunduz | Кундуз | Кундуз | قۇندۇز
Islamabad | Исламабад | Исламабад | ئىسلامئاباد
Faisalabad | Фейсалабад | | فەيسەلئاباد
Hyderabad | Хайдарабад | | ھەيدەرئاباد
Peshawar | Пешавар | Пешавар | پېشاۋەر
Lahore | Лахор | Лахор | لاھور
Punjab | Пенджаб | Пенджаб | پەنجاب
Kashmir | Кашмир | Кашмир | كەشمىر
Turkey, Türkiye | Турция | Түркия | تۈركىيە
Istanbul | Стамбул | Стамбул, Ыстамбұл | ئىستانبۇل
Ankara | Анкара | Анкара | ئەنقەرە
Izmir | Измир | Измир | ئىزمىر
Konya | Конья | Конья | قونيا
Kayseri | Кайсери | | قەيسەرى
Egypt | Египет | Египет, Мысыр | مىسىر
Cairo | Каир | Каир | قاھىرە
Alexandria | Александрия | Александрия | ئىسكەندەرىيە
Morocco | Марокко | Марокко | ماراكەش
Africa | Африка | Африка | ئافرىقا
India | Индия | Үндістан | ھىندىستان
New Delhi | Нью-Дели | | يېڭى دېھلى
Delhi | Дели | Дели | دېھلى
Dharamsala | Дхарамсала | | دەرەمسالا
Bangladesh | Бангладеш | Бангладеш | بېنگال, باڭلادىش
Indonesia | Индонезия | Индонезия | ھىندونېزىيە
Malaysia | Малайзия | Малайзия | مالايسىيا
Kuala Lumpur | Куала-Лумпур | Куала-Лумпур | كۇئالالامپۇر, كۇئالا لۇمپۇر
"""

WORLD = """
Europe | Европа | Еуропа | ياۋروپا
Asia | Азия | Азия | ئاسىيا
Eurasia | Евразия | Еуразия | ياۋرو-ئاسىيا, ياۋرئاسىيا
America | Америка | Америка | ئامېرىكا
United States, United States of America | Соединённые Штаты | АҚШ | ئامېرىكا قوشما ئىشتاتلىرى, ئامېرىكا
USA, US | США, Соединённые Штаты Америки | Америка Құрама Штаттары | ئامېرىكا قوشما ئىشتاتلىرى, ئا ق ش, ئامېرىكا
Germany | Германия | Германия, Алмания | گېرمانىيە
France | Франция | Франция | فىرانسىيە
England | Англия | Англия | ئەنگلىيە
United Kingdom, UK | Соединённое Королевство | Біріккен Корольдік | بىرلەشمە پادىشاھلىق, ئەنگلىيە
Great Britain, Britain | Великобритания | Ұлыбритания | بۈيۈك بىرىتانىيە, ئەنگلىيە
Scotland | Шотландия | Шотландия | شوتلاندىيە
Wales | Уэльс | Уэльс | ۋېلىس, ئۇئېلس
Ireland | Ирландия | Ирландия | ئىرېلاندىيە
Spain | Испания | Испания | ئىسپانىيە
Italy | Италия | Италия | ئىتالىيە
Greece | Греция | Грекия | گىرېتسىيە
Hungary | Венгрия | Венгрия, Мажарстан | ۋېنگىرىيە
Austria | Австрия | Австрия | ئاۋسترىيە, ئاۋىستىرىيە
Sweden | Швеция | Швеция | شىۋېتسىيە
Switzerland | Швейцария | Швейцария | شىۋېتسارىيە
Norway | Норвегия | Норвегия | نورۋېگىيە
Finland | Финляндия | Финляндия | فىنلاندىيە
Netherlands, Holland | Нидерланды, Голландия | Нидерланд | گوللاندىيە, نىدېرلاند
Poland | Польша | Польша | پولشا
Czech Republic, Czechia | Чехия | Чехия | چېخىيە, چېخ جۇمھۇرىيىتى
Japan | Япония | Жапония | ياپونىيە
South Korea | Южная Корея, Республика Корея | Оңтүстік Корея | جەنۇبىي كورېيە, كورېيە
North Korea | Северная Корея, КНДР | Солтүстік Корея | شىمالىي كورېيە, چاۋشيەن
New Zealand | Новая Зеландия | Жаңа Зеландия | يېڭى زېلاندىيە
London | Лондон | Лондон | لوندون
Paris | Париж | Париж | پارىژ
Rome | Рим | Рим | رىم
Vienna | Вена | Вена | ۋېنا
Munich | Мюнхен | Мюнхен | ميۇنخېن
Cologne | Кёльн | Кёльн | كيولن
Brussels | Брюссель | Брюссель | بريۇسسېل, بىريۇسسېل
Geneva | Женева | Женева | جەنۋە
Zurich, Zürich | Цюрих | Цюрих | سيۇرىخ
The Hague | Гаага | Гаага | گائاگا, ھاگا
Prague | Прага | Прага | پراگا
Warsaw | Варшава | Варшава | ۋارشاۋا
Athens | Афины | Афины, Афина | ئافىنا
Budapest | Будапешт | Будапешт | بۇداپېشت
Sofia | София | София | سوفىيە
Lisbon | Лиссабон | Лиссабон | لىسسابون, لىسابون
Copenhagen | Копенгаген | Копенгаген | كوپېنھاگېن, كوپېنگاگېن
New York | Нью-Йорк | Нью-Йорк | نيۇ-يورك, نيۇيورك
Washington | Вашингтон | Вашингтон | ۋاشىنگتون
Los Angeles | Лос-Анджелес | Лос-Анджелес | لوس-ئانژېلېس, لوس ئانجېلېس
San Francisco | Сан-Франциско | Сан-Франциско | سان-فىرانسىسكو, سان فرانسىسكو
California | Калифорния | Калифорния | كالىفورنىيە
Mexico | Мексика | Мексика | مېكسىكا
Mexico City | Мехико | Мехико | مېكسىكا شەھىرى, مېخىكو
Brazil | Бразилия | Бразилия | بىرازىلىيە
Argentina | Аргентина | Аргентина | ئارگېنتىنا
Havana | Гавана | Гавана | ھاۋانا, گاۋانا
Tokyo | Токио | Токио | توكيو
Seoul | Сеул | Сеул | سېئۇل, سىئول
Pyongyang | Пхеньян | Пхеньян | پيوڭياڭ
Bangkok | Бангкок | Бангкок | باڭكوك
Hanoi | Ханой | Ханой | خانوي
Mumbai, Bombay | Мумбаи, Бомбей | | مۇمباي, بومبەي
Manila | Манила | Манила | مانىلا
Sydney | Сидней | Сидней | سىدنېي
Atlantic Ocean | Атлантический океан | Атлант мұхиты | ئاتلانتىك ئوكيان
Pacific Ocean | Тихий океан | Тынық мұхиты | تىنچ ئوكيان
Indian Ocean | Индийский океан | Үнді мұхиты | ھىندى ئوكيان
Black Sea | Чёрное море | Қара теңіз | قارا دېڭىز
Mediterranean Sea | Средиземное море | Жерорта теңізі | ئوتتۇرا دېڭىز
Middle East | Ближний Восток | Таяу Шығыс | ئوتتۇرا شەرق
Crete | Крит | Крит | كرىت
Balkans | Балканы | Балқан | بالقان
Himalayas | Гималаи | Гималай | ھىمالايا
"""

READERS = {
    "جۇڭگو": "so China's press and CLDR; `خىتاي` is the word of Uyghur media abroad (RFA, VOA)",
    "خىتاي": "so Uyghur media abroad (RFA, VOA); `جۇڭگو` is the word of China's press and CLDR",
    "تىبەت": "so Uyghur media abroad; China's press writes `شىزاڭ`",
    "شىزاڭ": "so China's press; Uyghur media abroad write `تىبەت`",
    "شەرقىي تۈركىستان": "a political name; China's press does not write it",
    "ئالمۇتا": "the common form; `ئالماتا` is also seen",
}
"""Forms between which a newsroom chooses once for all its articles, and who writes which."""


@dataclass(frozen=True, slots=True)
class Place:
    """The forms of one place, of each language the usual one first."""

    en: tuple[str, ...]
    ru: tuple[str, ...]
    kk: tuple[str, ...]
    """Empty where Kazakh has the Russian form."""
    ug: tuple[str, ...]


def read(table: str) -> tuple[Place, ...]:
    """The lines of a table."""
    lines = [line.split("|") for line in table.strip().splitlines()]
    return tuple(
        Place(*(tuple(form.strip() for form in cell.split(",") if form.strip()) for cell in line)) for line in lines
    )


PLACES = (*read(REGION), *read(CHINA), *read(TURKISTAN), *read(RUSSIA), *read(MUSLIM_WORLD), *read(WORLD))


def folded(name: str) -> str:
    """A name as it is looked up: small letters without marks, spaces, hyphens and apostrophes."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("й", "\0").replace("ё", "е"))
    return "".join(letter for letter in plain.replace("\0", "й") if letter.isalnum() or letter == "й")


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for place in PLACES:
        for name in (*place.en, *place.ru, *place.kk):
            found.setdefault(folded(name), place.ug)
    return found


def of(name: str) -> tuple[str, ...]:
    """The Uyghur forms of a place, the best first; none for a name that is not in the tables."""
    return _forms().get(folded(name), ())


def propose(ask: Ask) -> Iterator[Candidate]:
    """What a place is called in Uyghur, or one with this Uyghur name elsewhere, where the tables say it."""
    if ask.target == "ug":
        for form in of(ask.name):
            yield Candidate(form, "Uyghur place names", READERS.get(form, "a place that Uyghur has a form of"))
    if base(ask.source) != "ug":
        return
    for place in PLACES:
        if ask.name in place.ug:
            named = {"en": place.en, "ru": place.ru, "kk": place.kk or place.ru}.get(ask.target, ())
            for form in named[:1]:
                yield Candidate(form, "Uyghur place names", f"a place whose Uyghur name is `{ask.name}`")
