"""Given names, surnames and the parts they are made of, as Uyghur spells them, in Uyghur Latin letters (ULY).

ULY says which letter each sound is (é ې, e ە, x خ, h ھ, gh غ, q ق), so the Arabic form follows by the standard.
English, Russian and Kazakh spellings find a name by its bare sounds: `Gulbakhar`, `Гульбахар`, `Гүлбаһар`: Gülbahar.

Source: general knowledge of Uyghur names (Uyghur press, dictionaries of given names); written by hand.
A native reader must still confirm: names of Kazakhs, Uzbeks and Kyrgyz (NEIGHBOURS), whose own spelling Uyghur papers
follow more or less; the ending -ow or -of after a surname; doubled letters (Muhemmet, Muhemmed).
"""

from __future__ import annotations

MALE = """
Abduréhim Abbas Abdirazaq Abdugheni Abdughopur Abdughappar Abdukérim Abduqadir Abduqeyyum Abdulla Abdulhekim
Abdulxaliq Abdulhemid Abdumijit Abdunasir Abduraxman Abdurehim Abdureshid Abdusalam Abdusemet Abdushükür
Abdusattar Abduweli Abduxaliq Abduwahit Abduzahir Abdujélil Abdujappar Abdurishit Abdurusul Abduwaris Ablajan
Ablet Ablikim Ablimit Abliz Ablehet Abletjan Abla Abliqim Adil Adiljan Ehmet Ehmetjan Akber Ekber Ekrem Eli
Elijan Elishér Elshat Enwer Erkin Erkinjan Erpat Esqer Esqerjan Esliddin Exmetjan Ezimet Eziz Ezizjan Alim
Alimjan Almas Arslan Arzu Asim Atawulla Awut Ayup Azat Azatjan Baqi Barat Batur Baturjan Behram Bextiyar Bilal
Bughra Burhan Dawut Dilshat Dilmurat Dolqun Dölet Ebey Ebeydulla Eysa Eset Exet Gheyret Gheni Ghojam Ghojamberdi
Ghopur Ghulam Ghulamjan Ghupur Hamut Hashim Hebibulla Hékim Hemit Heyder Hesen Hesenjan Hoshur Hüseyin Hüsenjan
Hüsen Ibrahim Idris Ilham Iminjan Imin Ilyar Ilyas Ilshat Imam Isma'il Ismayil Israpil Israil Iskender Isa Ishaq
Jappar Japar Jawlan Jélil Jelil Jüme Jür'et Juma Jumexun Kamal Kamil Kamiljan Kawul Kerem Kérim Kerim Kérimjan
Küresh Letip Lutpulla Mahmut Malik Memet Memetjan Memtimin Memet'éli Memettursun Mettursun Mewlan Mijit Mirshat
Mirzat Muhemmed Muhemmet Muxter Muxtar Mukerrem Murat Musa Mustapa Mutellip Mutallip Nasir Nasirjan Nadir
Nejmidin Nesrulla Nebi Nijat Nizamidin Nurghazi Nurmemet Nurmuhemmet Niyaz Obul Obulqasim Osman Osmanjan Ömer
Ömerjan Perhat Polat Qadir Qadirjan Qasim Qasimjan Qahar Qehriman Qeyser Qeyyum Qurban Qurbanjan Qutluq Qudret
Raxman Rahman Rehim Rehimjan Rehman Reshit Rishat Rishit Roshen Rozi Roziji Rustem Rusul Sabir Sabirjan Sadiq
Sadir Sahil Salih Sattar Sawut Seley Selim Semet Samet Séyit Séyitjan Seypidin Shahzat Shamil Shawket Shéripjan
Shérip Shirali Shirmemet Shöhret Shükür Sidiq Sulayman Tahir Tahirjan Talip Tash Tashmemet Telet Téyip Téyipjan
Tiliwaldi Tömür Tömürjan Toxti Toxtaxun Toxtaji Toxtasun Toxtash Tudaxun Tuniyaz Turap Turdi Turghan Turghun
Turghunjan Turghut Tursun Tursunjan Uyghur Weli Welijan Wahap Waris Wahitjan Xalis Xalmurat Xalid Xelil Xemit
Xoja Xudaberdi Yaqup Yasin Yasinjan Yehya Yoldash Yolwas Yunus Yunusjan Yüsüp Yüsüpjan Zakir Zahir Zeydin Ziya
Zohriddin Zulpiqar Zunun Sherzat Arman Perwiz Elzat Mewlut Nurulla Abdulezim Mexsut Mexmut Muqeddes Muzepper
Ghazi Réhim Héyt Heyit Yalqun Tashpolat Nuri Türkel Qanat Ziyawudun Izgil Tümtürk Alptékin Damolla Qasimi Ezizi
Örkesh Bekri Es'et Ferqet Jewdet Mamut Ghoja Emet Hapiz Qadiri Zordun Ötkür Memet'imin Muhemmet'imin Dawamet
Musabayow Sawutjan Nesirdin Nasirdin Shemsidin Tajidin Jalalidin Muhiddin Ghiyasidin Kamalidin Imam'eli Ghappar
Nurehmet Ekremjan Enwerjan Dilyar Ilyasjan Iparxan Haji Hajim Qari Qurbanniyaz Toxtiniyaz Turdaxun Nurdun
Osmanow Ibrahimow Ismayilow Yüsüpow Axunow Rozi'axun Abdurrusul Baturxan Eysajan Ilhamjan Alptegin Mehsum Molla
Ehed Abdul'ehed Abdul'eziz Xeyrulla Hidayet Hidayetulla Nejat Nebijan Ehliman Polatjan Rishatjan Sultan
Sultanjan Tagay Yarmemet Zeynidin Zikrulla Alim'axun Mirzexmet Mirza Nurtay Sherip Xelimjan Yaqupjan Ziyawdun
Seydulla Bawudun Muhtarjan Ghenijan Erdem Tarim Tengritagh Qaraxan Oghuz Ertughrul Sherqi
"""

FEMALE = """
Adile Aliye Almire Amannisa Amangül Ayguzel Aygül Ayimgül Aynur Aynisa Ayshe Ayshem Ayshemgül Aytilla Aytürk
Asiye Atike Aqida Bahar Bahargül Baharnisa Buwi Buwejer Buwigül Chimengül Chimen Dilaram Dilber Dilnar Dilnare
Dilnur Dilraba Dilreba Dina Elmire Enargül Ezize Feride Fatime Patime Patigül Parizat Perizat Peride Peruze
Gülbahar Gülchéhre Güljamal Gülmire Gülnar Gülnare Gülnaz Gülnigar Gülnisa Gülnur Gülqiz Gülsüm Gülshen Gülshat
Gülzar Gülzire Güzel Gülayim Güljahan Güli Gülistan Hajar Hajire Halide Hélime Hörnisa Hörigül Hörmet Hürriyet
Ibadet Intizar Jamile Jemile Kamile Kimya Lale Leyla Létipe Mahire Mahinur Maynur Melike Meryem Meryemgül
Mérwayit Mihray Mihrigül Mihriban Méhriban Méhrigül Minewer Muhebbet Muhabbet Muyesser Munire Munewwer Mutellipe
Nadire Nazugum Nazaket Nesrin Nigar Nisagül Nurgül Nurbiye Nurimangül Nurnisa Nurmangül Oghulqiz Oghulnisa Patem
Perihan Perwin Qelbinur Qemernisa Qembernisa Rabiye Rebiye Rahile Rena Reyhan Reyhangül Rizwan Rizwangül
Roshengül Roza Rozigül Ruqiye Sahibe Salamet Sanawer Sayragül Sa'adet Sebiye Selime Semire Senem Shahida Shehide
Shemsiye Shirin Shérin Söyüm Sofiye Subinur Tajigül Tajinisa Tewekkül Toxtigül Tomaris Tumaris Turahan Tursungül
Tursunay Xalide Xasiyet Xelchem Xelime Xeyrinsa Xurshide Xurshida Yultuz Zaynura Zahide Zeynep Zilalay Zohre
Zöhre Zulpiye Zulxumar Zulhumar Zumret Zeytune Rahima Re'na Buhelchem Arzigül Rabigül Nurqiz Sajide Saide
Nursiman Rushen Mewlude Nuriye Zulayxa Tillagül Saniye Muhterem Jewher Nazire Hürmet Gülzeb Gülhayat Ezizem
Tursun'ay Tursunnisa Rukiye Ruqiyem Sofi Aysha Aynurem Hediye Hurigül Iparhan Ipargül Meryemnisa Muqeddesxan
Mukerremxan Nurxan Ayxan Patemxan Pashaxan Perixan Rabiyem Zeynepxan Zohregül Zulfiye Yasimen Shahsenem Saadet
Raziye Rehimgül Qemberxan Ghunche Güljemile Gülperi Gülruh Güldane Halime Hawa Humar Izzet Méhray Nigare Nurela
Ramile Refide Selbinur Tewsiye Zilale
"""

NEIGHBOURS = """
Nurlan Nursultan Nurbek Nurjan Nur Nurali Erlan Sérik Serik Bérik Daniyar Dauren Bolat Bulat Marat Talgat
Talghat Timur Ruslan Rinat Renat Ilnur Ildar Azamat Aybek Asqar Asqer Aslan Madina Marjan Saule Samal Aliya
Ayjan Botagöz Gawhar Jamila Jemila Qarlighach Laura Raushan Zere Zarina Kamila Sabina Samira Rustam Farhad Firuz
Shuhrat Sherali Bahrom Bobur Babur Jamshid Jahangir Islam Iskandar Alisher Ulughbek Mirziyayéw Chingiz Akayéw
Kerimow Nazarbayéw Toqayéw Ishaqow Qasim-Jomart Sooronbay Almazbek Kubat Kemal Abay Jambul Auezow Dinmuhemmed
Qonayéw Sawutbay Köktewbay Tilewbay Baqitjan Baqit Dosjan Jandos Jomart Isataywich Erdoghan Rejep Tayyip Mahatir
Mustafa Ataturk Ehmediy Qasimow Sattarow Zununow Rozibaqiyéw Eziziy Sabiriy Sabitow Iminow Hashimow Hamrayéw
Semetow Samsaqow Bosaqow Mexsutow Sidiqow Ömerow Islamow Qadirow
"""

ENDINGS = """
jan bay bek gül nur nisa xan axun niyaz berdi din ay memet qiz ji
"""
"""Parts that stand at the end of names."""

WORLD = """
Michael Майкл مايكىل / Mike Майк مايك / John Джон جون / James Джеймс جەيمىس / George Джордж جورج / David Дэвид دېيۋىد
Donald Дональд دونالد / Joe Джо جو / Barack Барак باراك / Hillary Хиллари ھىلارى / Angela Ангела ئانگېلا
Emmanuel Эмманюэль ئېممانۇئېل / Vladimir Владимир ۋلادىمىر / Dmitry Дмитрий دىمىترىي / Dmitri Дмитрий دىمىترىي
Sergei Сергей سېرگېي / Sergey Сергей سېرگېي / Alexander Александр ئالېكساندر / Andrei Андрей ئاندرېي
Andrey Андрей ئاندرېي / Nikolai Николай نىكولاي / Nikolay Николай نىكولاي / Mikhail Михаил مىخائىل
Ivan Иван ئىۋان / Igor Игорь ئىگور / Oleg Олег ئولېگ / Yuri Юрий يۇرىي / Yury Юрий يۇرىي / Boris Борис بورىس
Pavel Павел پاۋېل / Peter Питер پېتېر / Pyotr Пётр پيوتر / Paul Пол پول / Robert Роберт روبېرت
William Уильям ۋىليام / Richard Ричард رىچارد / Thomas Томас توماس / Charles Чарльз چارلىز / Henry Генри ھېنرى
Edward Эдвард ئېدۋارد / Daniel Даниэль دانىيېل / Mark Марк مارك / Maria Мария مارىيە / Mary Мэри مېرى
Anna Анна ئاننا / Elizabeth Элизабет ئېلىزابېت / Victoria Виктория ۋىكتورىيە / Viktor Виктор ۋىكتور
Victor Виктор ۋىكتور / Olga Ольга ئولگا / Natalia Наталья ناتاليا / Natalya Наталья ناتاليا / Elena Елена يېلېنا
Tatiana Татьяна تاتيانا / Tatyana Татьяна تاتيانا / Svetlana Светлана سۋېتلانا / Ekaterina Екатерина يېكاتېرىنا
Anatoly Анатолий ئاناتولىي / Konstantin Константин كونستانتىن / Leonid Леонид لېئونىد / Vasily Василий ۋاسىلىي
Jose Хосе خوسې / Juan Хуан خۇئان / Carlos Карлос كارلوس / Jack Джек جېك / Nancy Нэнси نەنسى / Tony Тони تونى
Bill Билл بىل / Antony Энтони ئانتونى / Andrew Эндрю ئەندرۇ / Steven Стивен ستىۋېن / Kevin Кевин كېۋىن
Trump Трамп ترامپ / Biden Байден بايدېن / Obama Обама ئوباما / Bush Буш بۇش / Clinton Клинтон كلىنتون
Putin Путин پۇتىن / Medvedev Медведев مېدۋېدېۋ / Zelensky Зеленский زېلېنسكىي / Merkel Меркель مېركېل
Macron Макрон ماكرون / Erdogan Эрдоган ئەردوغان / Blinken Блинкен بلىنكېن / Pompeo Помпео پومپېئو
Guterres Гутерреш گۇتېررېس / Stalin Сталин ستالىن / Lenin Ленин لېنىن / Gorbachev Горбачёв گورباچېۋ
Yeltsin Ельцин يېلتسىن / Marx Маркс ماركس / Einstein Эйнштейн ئېينىشتېيىن / Shakespeare Шекспир شېكىسپىر
Pushkin Пушкин پۇشكىن / Tolstoy Толстой تولستوي / Gorky Горький گوركىي / Dostoevsky Достоевский دوستويېۋسكىي
Chekhov Чехов چېخوۋ / Newton Ньютон نيۇتون / Darwin Дарвин دارۋىن / Lincoln Линкольн لىنكولن
Napoleon Наполеон ناپولېئون
"""
"""Given names and surnames of the world's news: English, Russian, Uyghur."""
