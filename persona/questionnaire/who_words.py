"""How people are asked who they are, in many languages: age, sex, home, schooling, work, income, household."""

from __future__ import annotations

# Written with re.VERBOSE. Words stand alone; endings that a language adds are allowed where they change nothing.
_SPACED = r"""
    age|ages|ageg|age\ ?(?:group|range|bracket|band|class)|how\ old|year\ of\ birth|birth\ ?(?:year|date|day)
    |date\ of\ birth|born|gender|sex|pronouns?|country|nationality|citizenship|region|state|province|county|city|town
    |location|where\ (?:do\ you\ (?:currently\ )?live|are\ you\ (?:based|from|located))|zip|post\ ?code|postal|continent
    |native\ language|mother\ tongue|first\ language|education|educ|degree|qualification|school|income|salary
    |household(?:\ size)?|how\ many\ (?:people|persons|adults|children)\ live|marital|married|relationship\ status
    |living\ situation|children|kids|ethnicity|race|religion|employment\ (?:status|situation)|industry|sector
    |(?:company|organi[sz]ation|business)\ size|number\ of\ employees|how\ many\ employees|annual\ revenue

    |alter|altersgruppe|altersklasse|lebensalter|wie\ alt|jahrgang|geburts(?:jahr|datum|tag)|geboren|geschlecht
    |land|bundesland|kanton|landkreis|wohnort|wohn(?:land|region|situation)|plz|postleitzahl|ortsgröße
    |wo\ (?:wohnen|leben)|woher\ kommen|staatsangehörigkeit|nationalität|muttersprache
    |bildung|bildungs(?:stand|abschluss|grad|niveau)|(?:schul|berufs|hochschul)?abschluss|schulbildung|ausbildung
    |(?:haushalts?|netto|monats|jahres)?einkommen|haushalt|haushalts(?:größe|netto\w*)|personen\ im\ haushalt
    |familienstand|kinder|kinderzahl|beruf|berufsstand|erwerbs(?:status|tätigkeit|situation)|berufstätig\w*
    |beschäftigungs(?:status|verhältnis)|branche|unternehmensgröße|betriebsgröße|(?:anzahl\ )?mitarbeiter(?:zahl|innen)?

    |âge|tranche\ d['’]âge|année\ de\ naissance|date\ de\ naissance|sexe|genre|pays|ville|région|département|commune
    |code\ postal|où\ (?:habitez|vivez|résidez)|lieu\ de\ résidence|nationalité|langue\ maternelle|diplôme
    |niveau\ d['’](?:études|éducation|instruction)|formation|revenus?|foyer|ménage|taille\ du\ foyer
    |situation\ (?:familiale|matrimoniale|professionnelle)|état\ civil|enfants|profession|catégorie\ socio\w*|csp
    |secteur(?:\ d['’]activité)?|taille\ de\ l['’]entreprise

    |edad|rango\ de\ edad|grupo\ de\ edad|cuántos\ años|años\ tiene[s]?|fecha\ de\ nacimiento|año\ de\ nacimiento
    |género|sexo|país|ciudad|región|provincia|comunidad\ autónoma|municipio|estado\ civil
    |dónde\ (?:vive|vives|reside|resides)|lugar\ de\ residencia|nacionalidad|lengua\ materna|estudios|escolaridad
    |nivel\ (?:de\ estudios|educativo|de\ educación|socioeconómico)|ingresos?|hogar|hijos|ocupación|profesión
    |situación\ laboral|sector|tamaño\ de\ la\ empresa

    |idade|faixa\ etária|quantos\ anos|data\ de\ nascimento|ano\ de\ nascimento|gênero|género|cidade|região|uf
    |município|bairro|onde\ (?:mora|vive|reside)|naturalidade|nacionalidade|escolaridade|grau\ de\ instrução
    |nível\ de\ (?:escolaridade|instrução|ensino)|renda(?:\ (?:familiar|mensal))?|rendimento|agregado\ familiar
    |filhos|profissão|ocupação|situação\ profissional|setor|porte\ da\ empresa

    |età|fascia\ d['’]età|quanti\ anni|anno\ di\ nascita|data\ di\ nascita|genere|sesso|paese|città|regione|comune
    |dove\ (?:vive|vivi|abita|abiti)|residenza|nazionalità|madrelingua|titolo\ di\ studio|istruzione|reddito
    |nucleo\ familiare|stato\ civile|figli|professione|occupazione|settore

    |leeftijd|leeftijdsgroep|hoe\ oud|geboorte(?:jaar|datum)|geslacht|woonplaats|provincie|gemeente|postcode
    |waar\ woon[t]?|nationaliteit|moedertaal|opleiding|opleidingsniveau|inkomen|huishouden|burgerlijke\ staat|kinderen
    |beroep|werkzaam|branche|bedrijfsgrootte

    |ålder|åldersgrupp|hur\ gammal|födelseår|kön|bostadsort|kommun|län|utbildning|utbildningsnivå|inkomst|hushåll
    |civilstånd|yrke|alder|aldersgruppe|hvor\ gammel|fødselsår|køn|kjønn|bopæl|bosted|kommune|fylke|uddannelse
    |utdanning|indkomst|inntekt|husstand|civilstand|sivilstand|erhverv
    |ikä|ikäryhmä|kuinka\ vanha|syntymävuosi|sukupuoli|asuinpaikka|kotikunta|maakunta|koulutus|tulot|kotitalous
    |siviilisääty|ammatti

    |wiek|ile\ masz\ lat|rok\ urodzenia|płeć|kraj|województwo|miejsce\ zamieszkania|wykształcenie|dochód|zarobki
    |gospodarstwo\ domowe|stan\ cywilny|zawód|branża
    |věk|kolik\ (?:je\ vám|vám\ je)\ let|rok\ narození|pohlaví|bydliště|vzdělání|příjem|rodinný\ stav|povolání
    |életkor|születési\ év|lakóhely|iskolai\ végzettség|jövedelem|családi\ állapot|foglalkozás
    |vârst[aă]|sexul|județ|oraș|studii|venit|stare\ civilă
    |yaş(?:ınız)?|yaş\ (?:grubu|aralığı)|kaç\ yaşında\w*|doğum\ (?:yılı|tarihi)|cinsiyet(?:iniz)?|ülke|şehir
    |eğitim(?:\ (?:durumu|düzeyi|seviyesi))?|gelir|medeni\ (?:hal|durum)\w*|meslek|sektör
    |возраст|сколько\ вам\ лет|год\ рождения|дата\ рождения|пол|страна|город|регион|образование|доход
    |семейное\ положение|профессия|вік|скільки\ вам\ років|місто|освіта|дохід|сімейний\ стан
    |ηλικία|φύλο|χώρα|πόλη|εκπαίδευση|εισόδημα|οικογενειακή\ κατάσταση|επάγγελμα
    |usia|umur|jenis\ kelamin|pendidikan(?:\ terakhir)?|pekerjaan|penghasilan|kota|provinsi
    |tuổi|độ\ tuổi|giới\ tính|trình\ độ\ học\ vấn|nghề\ nghiệp|thu\ nhập|tỉnh
    |गिल|आयु|उम्र|लिंग|शिक्षा|आय|العمر|الفئة\ العمرية|الجنس|البلد|المدينة|المؤهل|الدخل
    |الحالة\ الاجتماعية|גיל|מגדר|מין|השכלה|הכנסה
"""
_UNSPACED = r"""
    年齢|年代|生年|性別|国籍|居住地|お住まい|都道府県|学歴|職業|年収|世帯|婚姻|既婚|業種|従業員数|年龄|年齡|岁数|性别|国家|城市|省份|居住|学历|教育程度
    |职业|收入|婚姻|行业|나이|연령|성별|국가|거주지|지역|학력|직업|소득|결혼|가구|อายุ|เพศ|การศึกษา|อาชีพ|รายได้|จังหวัด
"""

DEMOGRAPHY = rf"(?<![^\W_])(?:{_SPACED})(?![^\W_])|{_UNSPACED}"
"""A regular expression for `re.VERBOSE`: it finds the words of a question about who somebody is."""

HEARD_OF = r"""
    how\ did\ you\ (?:first\ )?(?:hear|find\ out|learn)|where\ did\ you\ (?:first\ )?(?:hear|learn)
    |wie\ (?:sind|haben)\ sie\ (?:auf|von)\ uns|woher\ kennen\ sie|wie\ (?:hast\ du|bist\ du)\ (?:von|auf)\ uns
    |comment\ (?:nous\ )?avez[\s-]vous\ (?:nous\ )?(?:connus?|entendu|découvert|trouvés?)
    |cómo\ (?:nos\ (?:conoció|conociste|encontró)|se\ enteró|supo\ de)|como\ (?:nos\ conheceu|ficou\ sabendo|soube)
    |come\ (?:ci\ ha[i]?\ conosciut\w+|ha[i]?\ saputo)|hoe\ (?:heeft|heb|ken)\ (?:u|je)\ (?:ons|van\ ons|over\ ons)
    |hur\ hörde\ du|hvordan\ hørte\ du|skąd\ (?:się\ )?(?:dowiedzia|o\ nas)\w*|bizi\ nereden
    |откуда\ вы\ (?:о\ нас\ )?узнали
    |どこで(?:知|お知)|何で(?:知|お知)|如何(?:得知|了解|知道)|어떻게\ 알게
"""
"""How somebody came to hear of those who ask: of the survey, not of what people think."""
