"""What speaks for a language in the spelling of a name: patterns in small letters, and how much less it is doubted.

Written by an editor from knowledge of the languages; no list was counted.  `^` and `$` are the ends of a word.
"""

from __future__ import annotations

MARKS = {
    "eng": """
        w 1  ck 1  ^wh 3  ton$ 3  ville$ 1.5  ford$ 3  burgh$ 3  bury$ 3  ham$ 2.5  wood$ 3  field$ 3  shire$ 4
        mouth$ 4  land$ 1.5  port$ 1  stone$ 3  dale$ 3  borough$ 4  boro$ 3  worth$ 3  ridge$ 3  beach$ 4  hill$ 3
        hills$ 3  lake$ 3  creek$ 4  grove$ 3  springs$ 3  city$ 2  falls$ 3  town$ 4  ley$ 2  sey$ 1.5  son$ 1.5
        th 1  oo 1  ee 0.7  ey$ 1.5  y$ 0.7  ^mc 4  chester$ 4  cester$ 4  gh 0.3  ^new 2  ^north 3  ^south 3  ^west 2
        ^east 2  ^fort 1  ^port 1  ea 0.5  wick$ 2  wich$ 3  [^aeiou]e$ 0.7  ^saint 1  dge 2  tch 1  sh 0.3  ard$ 0.5
    """,
    "deu": """
        ä 2  ö 1.5  ü 1.5  ß 6  sch 3  tz 1.5  burg$ 2  berg$ 2  dorf$ 5  stadt$ 5  heim$ 4  hausen$ 5  furt$ 4
        bach$ 3  wald$ 4  stein$ 3  feld$ 4  ei 0.7  eu 0.5  pf 2  ^bad 1  ingen$ 3  ow$ 0.5  au$ 1  chen$ 1.5  ck 0.5
        ^sankt 5  haven$ 2  hafen$ 5  lingen$ 1  itz$ 2  ttg 3  ^von 3  mann$ 3  hardt$ 4  nhein 3  rhein 3  ue 0.5
    """,
    "nld": """
        ij 4  oe 0.7  aa 1  oo 0.7  ee 0.7  uu 1.5  ui 1  dijk 5  ^van 2  ^de$ 1.5  dam$ 2  recht$ 4  hoven$ 4
        veen$ 4  sch$ 2  kerk 4  schoten 3  gem$ 2  zand 2  broek 4  huizen 4  burg$ 0.7  lo$ 0.3  ouw 3
    """,
    "swe": """
        å 5  ø 5  æ 3.5  ö 1.5  ä 1  ð 6  þ 6  borg$ 3  stad$ 3  holm$ 2.5  vik$ 3  sund$ 2.5  fjord 5  heim$ 1
        gård 4  ^hj 3  ^kj 3  ^sk 0.7  köping 5  lund$ 2  strand$ 2  skj 3  sj 2  havn$ 4  ós$ 3  jörður$ 5  sjø 4
        ness$ 0.5  by$ 0.5  landa? 0.2  bø$ 2  dal$ 1  ur$ 0.7  rud$ 2  ^h[vj] 2
    """,
    "fra": """
        é 1.5  è 3  ê 2.5  ë 1  ç 2  œ 5  à 1  â 1.5  î 2  ô 2  û 3  eau 5  oi 1.5  eux 5  ville$ 1.5  ^saint 2
        ^sainte 4  ^le$ 2  ^la$ 0.7  ^les$ 2  -en- 4  -sur- 5  -et- 4  -de- 2  -la- 2  -le- 3  ^château 5  ou 1  gn 1
        ille$ 2  elle$ 1  que$ 2  ois 3  aux$ 4  eu 0.7  court$ 3  ères?$ 3  mont$ 2  bourg$ 4  y$ 0.3  ai 0.7
        ette$ 2  ault$ 5  illy$ 4  eil 2  ière 4  ac$ 1.5  an$ -0.3  euil 5  aint 3  ieu 4  ay$ 0.3  enne$ 3  onne$ 3
        oire$ 3  ^d[eu]$ 1  ^val 1  esse$ 1  onge$ 2  ^mont 1.5  ot$ 1  et$ 1  és?$ 1  ine$ 0.7  igne 3  ain$ 1
        in$ 0.2
    """,
    "fraaf": """
        ou 2  dj 3.5  é 1  ï 2.5  tch 2  kh 1  ^oua 3  aï 2  è 1  ogo$ 1  ougou$ 3  ^ben$ 2  dou 1  ia 0.2  mb 0.7
        nk 0.3  ^el$ 1  guel 1  ie$ 0.5  za$ 0.5  ^n[gdk] 2  bou 1.5  ^s[ao]u 0.3
    """,
    "spa": """
        ñ 6  á 1  é 0.7  í 1.5  ó 2  ú 1.5  ll 0.7  ^san 2.5  ^santa 2  ^santiago 2  ^los 3  ^las 3  ^la$ 1.5  ^el 2
        ^puerto 4  ^villa 2  ^ciudad 5  ^rio 1  ^río 4  ez$ 4  es$ 0.7  os$ 1.5  as$ 1  illa$ 3  illo$ 3  ción$ 5
        ión$ 3  gu[ei] 1.5  ^cerro 3  nuev 4  ^guad 4  ue 1  qu[ei] 1.5  a$ 0.7  o$ 0.7  ^monte 1  ^mar$ 1  ano$ 0.5
        ^del$ 2  ^de$ 1.5  dad$ 2  al$ 0.3  or$ 0.2  jo$ 1.5  ja$ 1  ito$ 1  ita$ 0.7  huac 4  tz 0.3  ango$ 1
        ^hu 1.5  ^tl 2
    """,
    "por": """
        ã 6  õ 6  ç 2  lh 3  nh 3  ^são 6  ões 6  â 2  ê 2  ô 1.5  ^santo 1.5  ^porto 2  eira$ 3  ^vila 3  ^do$ 3
        ^da$ 1.5  ^dos$ 4  ^das$ 3  ^rio 1.5  ei 0.5  ou 0.3  á$ 1  ú$ 1  í$ 1  inho$ 3  ^ribeir 4  ^bel[oa] 1
        ^campo 1.5  ópolis$ 4  ^jo[ãa]o 4  ^d[eo]$ 0.5  x 0.3  ção 5
    """,
    "ita": """
        gli 3  gn 1.5  cch 4  cc 0.7  zz 2.5  tt 0.5  gg 0.7  chi 1.5  che 1  sc[ei] 1.5  ^monte 1.5  ^castel 3
        ^di$ 3  ^del 1  ^san 1  ^santa 0.5  i$ 0.7  o$ 0.7  a$ 0.5  ino$ 1.5  ini$ 2  etti$ 3  elli$ 3  ello$ 2
        ella$ 0.7  ano$ 0.7  ona$ 0.7  ati$ 1  ghi 3  ghe 2  zza$ 3  zzo$ 3  ari$ 0.5  e$ 0.2  ò 3  à$ 2  ì$ 3  ù$ 3
        enza$ 1.5  io$ 0.5  ia$ 0.2  uo 1
    """,
    "ron": """
        ă 5  â 1.5  î 2  ș 6  ț 6  ţ 3.5  ş 1.5  ești$ 6  escu$ 5  oa 0.7  iu$ 1.5  ău$ 5  eni$ 1  ea$ 0.7  ova$ 0.3
    """,
    "ces": """
        ř 7  ě 7  ů 7  č 2.5  š 2  ž 2  ý 2.5  ň 5  ť 6  ď 6  ľ 6  ĺ 6  ŕ 6  á 0.7  í 0.7  ice$ 2  ov$ 1.5  ová$ 5
        ice 1  ava$ 0.7  ín$ 2  ský 5  ec$ 0.7  hr 0.7  ^nov[éýá] 3  ^st 0.2  ník$ 4  ště 5  ^čes 4  ovo$ 0.3
        ^ban 0.2
    """,
    "pol": """
        ł 6  ą 4  ę 4  ż 6  ź 6  ń 4  ś 6  ć 3  sz 2.5  cz 2  rz 2  ów$ 6  owo$ 2.5  ski$ 1  ice$ 1.5  dz 1  ó 0.5
        w$ 1  wice$ 3  ck 0.2  no$ 0.3  wa$ 0.5  ^g[dr] 0.3  owa$ 1
    """,
    "hbs": """
        đ 6  ć 3.5  č 2  š 2  ž 2  nj 2  lj 2  ac$ 1.5  ije 2  ica$ 2  grad$ 1.5  ovac$ 3  ić$ 4  ë 2  q 0.3  gj 3
        shk 2  vci$ 3  vo$ 0.7  ija$ 1  je$ 1
    """,
    "ukr": """
        sk$ 3  skyi 4  zh 1  shch 4  ivka$ 4  ovka$ 4  grad$ 2  gorod$ 3  ovo$ 2.5  evo$ 2.5  ino$ 0.2  iv$ 1.5  yy$ 3
        ky$ 1.5  ivsk$ 4  inka$ 1  kh 1  ets$ 3  tsy$ 3  ye 1  ya$ 1  ov$ 1.5  ev$ 1.5  oye$ 3  nyy 3  naya 3  '. 0.7
        yi 2  ich$ 1  itsa$ 3  nik$ 2  dz 0.5  ne$ 0.2
    """,
    "hun": """
        ő 7  ű 7  gy 1.5  sz 2  cs 2  zs 3  ly$ 0.5  vár 4  á 0.7  ó 0.5  hely$ 5  ^szent 5  ny 0.7  ö 1  ü 0.7
        háza 5  falva? 3  kereszt 4  ^nagy 4  ^kis 2  dy$ 0.5
    """,
    "lit": """
        ė 6  į 6  ų 6  ū 3  ā 2  ē 2.5  ī 2  ķ 6  ļ 6  ņ 5  ģ 6  š 1.5  č 1  ž 1.5  ai$ 1  as$ 1  is$ 1  us$ 0.7
        iai$ 4  iškės? 4  ava$ 0.7  ene$ 1  pils$ 4  ys$ 1  iū 3  ę 2  ą 1
    """,
    "fin": """
        ää 4  öö 5  õ 3  ä 2  ö 1  yy 3  aa 1.5  ii 1  uu 1.5  kk 1  järvi 5  joki 4  saari 4  maa$ 4  la$ 0.2  nen$ 4
        ki$ 0.7  kylä 5  lahti$ 4  niemi 5  salmi 4  üü 5  tt 0.2  nd$ -1  kka 2  koski 4  linna 2  pää 3
        y[^aeiouy]*y 1  mäe? 2  j[aäeou] 0.3  vere$ 3
    """,
    "tur": """
        ı 5  ğ 6  ş 3  ç 2  ö 1  ü 1.5  ə 7  köy 5  dağ 6  hisar 4  şehir 6  lar$ 1.5  ler$ 1.5  lı$ 3  li$ 0.7
        han 0.2  ý 2  ň 3  kent$ 1  pınar 5  kara 1  ova$ 0.2  x 0.2  İ 5  yük 3  oğlu 6  ^a[ğk] 0.5
    """,
    "ara": """
        ā 1.5  ī 2.5  ū 2.5  ḩ 6  ţ 2.5  ş 1.5  ḑ 6  z̧ 6  ẕ 5  q 1  ^al 2  ^ash 3  ^as$ 3  ^ar$ 3  ^ad$ 3  ^an$ 2
        ^at 1  ^az 1.5  ^el 1  iyah$ 5  iyya 4  ah$ 2  kh 1.5  gh 1  dh 1  ^abu 3  ^bani 3  ^umm 4  ^ibn 4  ^bin 2
        ʿ 4  ‘ 3  aa 1  yy 2  ^abd 3  ^dayr 4  ^ras 1.5  ou 0.3  iya$ 2  ein$ 1  oun$ 1.5  q[au] 1  sh 0.2  ^bi'r 4
        ^beni 3  ^had 0.3  ^q 2  aw 0.5
    """,
    "fas": """
        abad$ 3.5  ābād$ 6  stan$ 2  ā 1.5  ī 1  kh 1.5  gh 1  zh 1  shahr 4  eh$ 2  an$ 0.3  q 1  ^bandar 4  iz$ 0.5
        ^dar 0.5  e-ye$ 2  jan$ 1  ^qal 3  ^deh 2  rud$ 2  ^shah 1.5  ū 1.5  ḩ 3  ţ 1.5  ow$ 0.5  z 0.1
    """,
    "hin": """
        bh 4  dh 2  jh 4  chh 4  kh 1.5  gh 1  pur$ 4  pore$ 3  garh$ 5  nagar$ 5  ganj$ 5  bad$ 1  ^kala? 0.3
        pura$ 4  wada$ 4  ^sri 3  ^shri 4  aj 0.3  th 0.3  ^raj 3  war$ 1.5  har$ 1  andh 2  puram$ 5  ^nar 0.3
        ia$ 0.1  gaon$ 5  halli$ 3  ^maha 3  ^ban 0.2  nd 0.1  ngh 1  ri$ 0.3  khali 3  ail$ 0.5  ^jai 2  tt 0.1
    """,
    "jpn": """
        ts 1.5  shi 1.5  chi 0.7  fu 0.7  ō 4  ū 2.5  yama$ 5  kawa$ 5  gawa$ 5  mura$ 3  machi$ 4  saki$ 4  zaki$ 5
        shima$ 5  moto$ 4  hama$ 3  oka$ 1.5  ^naga 2  mats 4  ryu 3  kyo 2  sh[ou] 0.5  ji 0.5  ka$ 0.3  to$ 0.2
        ta$ 0.2  ji$ 1  numa$ 3  gata$ 3  ya$ 0.2  no$ 0.2  hara$ 1.5  mi$ 0.3  bashi$ 4  sawa$ 4  zawa$ 5  zuka$ 4
        kuchi$ 4  guchi$ 5
    """,
    "kor": """
        eo 2  eu 1.5  gy 1.5  yeo 4  ae 0.7  ^g[aeiou]ng 0.2  ju$ 0.7  cheon$ 6  seong 5  jeon 4  dong$ 1  hwa 1.5
        wo[nl] 1.5  ^park$ 1  ^kim$ 2.5  yang$ 0.5  buk$ 3  nam$ 1  san$ 0.3  je 0.2
    """,
    "vie": """
        đ 3  ạ 6  ả 6  ấ 6  ầ 6  ậ 6  ắ 6  ằ 6  ế 6  ề 6  ệ 6  ồ 6  ố 6  ộ 6  ơ 5  ư 5  ị 6  ọ 6  ụ 6  ừ 6  ứ 6  ^ng 2
        ph 0.7  nh$ 2.5  ^nguy 5  ^tr 0.3  ^qu 0.5  ong$ 0.5  ^th 0.3  ^bà 4
    """,
    "kaz": """
        kh 2  zh 2.5  gh 1  dzh 3  q 1  bek$ 4  bay$ 3  bai$ 3  bayev 5  gul$ 4  khan$ 4  han$ 1  yev$ 5  yeva$ 5
        ov$ 4.5  ova$ 4.5  ev$ 4  eva$ 4  ovich$ 5  evich$ 5  ovna$ 5  evna$ 5  skiy$ 4  sky$ 3  skaya$ 4  uly$ 2
        kyzy$ 5  ogly$ 5  tau$ 1.5  kol$ 1  kul$ 1  abad$ 0.5  ay$ 1  ai 0.5  ya$ 1  ul 0.3  zhan$ 4  jan$ 2  gali$ 3
        ken$ 1  tai$ 2  tay$ 2  bergen$ 4  ssy 2  y[lnrz] 1  ^aq 3  ^aqt 2  ^kyz 3  sh 0.5  ur$ 0.5  at$ 0.5  ^er 0.5
        ^yer 2  ^kara 1.5  ^ak 1  ^nur 2  ^kho 2  din$ 1  myr 2  iy[ae] 1  yn 1  ayr 1  iya$ 1.5  nin$ 1.5  kin$ 1
        enko$ 3  nko$ 2  gyz 2  gu[lr] 0.5  tem 0.3  yer 1  ^zh 2  skii$ 4  ski$ 2  syz 2  tur 0.3  ysh 2
        il 0.1  shch 3  ina$ 1  zhan 1  nar$ 1.5  ayk 1  auy 2  kha 1  bol 0.5  lat$ 1  bek 1  gal 0.3
    """,
    "mul": """
        ang$ 0.7  ong$ 0.5  oko 1  mba 1.5  nda 1  wa 0.7  ^m[bpw] 2  ^n[gdkyj] 2  anga$ 1.5  ele$ 0.3  u$ 0.5  i$ 0.3
        ngo 1  ulu 1  bo$ 0.3  uku 1  aka$ 0.5  a$ 0.5  o$ 0.3  ka$ 0.3  to$ 0.2  ga$ 0.3  oa 0.3  ao 0.3  kw 1.5
        bw 1.5  ny 0.7  ^ba 0.2  tj 1  ' 1  oro$ 0.3  mbo 1.5
    """,
}
"""By ISO 639-3 code."""
