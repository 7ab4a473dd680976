//! What budgets call purchases, by the industry that sells them, and the words that tell nothing. Folded: no accents, no capitals.

/// What budgets call purchases that no name of an industry says, by the industry that sells them; the industries are those of the economy's account (NAICS).
///
/// A service that has the same seller whatever it is done to bears a sign: `<` where it is the first word of its name, as in French (`location de camions`),
/// `>` where it is the last one, as in English (`truck rental`), `*` for both.
pub(super) const WORDS: &[(&str, &str)] = &[
    (
        "11",
        "bois rond, grain, logs, feed, semence, seeds, pulpwood, poisson, fish, crevette, shrimp, homard, lobster, legume, vegetable, fruit, \
         betail, cattle, foin, hay, lait cru, raw milk, lait de ferme, farm milk, lait de vache, cow milk, ble, wheat, avoine, oats, orge, barley, \
         mais, corn, soya, soybean, canola, bovin, porc vivant, live hogs, grume, bille de bois, sawlog, pomme, apple, bleuet, blueberry, oeuf, egg",
    ),
    (
        "21",
        "minerai, ore, charbon, coal, gravier, gravel, sable, sand, residus d amiante, serpentine, pierre concassee, crushed stone",
    ),
    (
        "22",
        "electricite, electricity, power, energie, energy, hydro, hydro quebec, energie electrique, electric power, gaz naturel, natural gas, eau, \
         water, eau potable, drinking water, eau de procede, process water, aqueduc, egout, sewage, sewer, chauffage, heating, utilities",
    ),
    (
        "23",
        "travaux, batiment, building, genie civil, civil works, <excavation, beton coule, <terrassement, toiture, roofing, <construction, \
         >construction, entrepreneur general, general contractor, *renovation",
    ),
    (
        "31A",
        "nourriture, food, aliment, boisson, beverage, viande, meat, lait, milk, farine, flour, sucre, sugar, eau de source, eau embouteillee, \
         spring water, bottled water, eau gazeuse, sparkling water, cafe, coffee, jus, juice, biere, beer",
    ),
    (
        "31B",
        "textile, vetement, clothing, vetement de travail, workwear, uniforme, uniform, tissu, fabric",
    ),
    (
        "32A",
        "bois, wood, bois d oeuvre, lumber, papier, paper, papeterie, stationery, carton, cardboard, emballage, packaging, imprimerie, printing, \
         palette, pallet, copeaux, wood chips",
    ),
    (
        "32B",
        "chimie, chimique, chemical, carburant, fuel, diesel, mazout, essence, gasoline, propane, plastique, plastic, lubrifiant, lubricant, huile, \
         oil, acide, acid, soude, caustic soda, reactif, reagent, solvant, solvent, resine, resin, gaz industriel, industrial gas, peinture, paint, \
         caoutchouc, rubber, pneu, tires, chlore, chlorine, engrais, fertilizer, colle, glue, adhesive, produit de nettoyage, produit d entretien, \
         cleaning product, cleaning supplies",
    ),
    (
        "327",
        "ciment, cement, beton, concrete, verre, glass, chaux, lime, refractaire, refractory, brique, brick",
    ),
    (
        "33A",
        "metal, metaux, metals, acier, steel, acier inoxydable, stainless steel, aluminium, aluminum, piece, parts, piece de rechange, spare parts, \
         machine, machinery, machinerie, equipement de procede, process equipment, equipement de production, production equipment, outillage, \
         tooling, outil, tool, fonderie, foundry, matieres secondaires, tuyauterie, piping, four, furnace, compresseur, compressor, pompe, pump, \
         convoyeur, conveyor, chaudiere, boiler, chariot elevateur, forklift",
    ),
    (
        "33B",
        "electronique, electronic, ordinateur, computer, materiel informatique, computer equipment, capteur, sensor, transformateur, transformer, \
         moteur electrique, electric motor, cable, instrumentation, equipement electrique, electrical equipment, materiel electrique, eclairage, \
         lighting",
    ),
    (
        "336",
        "vehicule, vehicle, camion, truck, wagon, autobus, bus, avion, aircraft",
    ),
    (
        "33C",
        "meuble, furniture, mobilier, fourniture de bureau, office supplies, equipement de protection, protective equipment, equipement de securite, \
         safety equipment",
    ),
    (
        "4A",
        "commerce, grossiste, wholesale, detaillant, retail, quincaillerie, hardware",
    ),
    (
        "4B",
        "*transport, >transportation, <camionnage, >trucking, <fret, >freight, <entreposage, >warehousing, >storage, <livraison, >delivery, \
         <logistique, >logistics, <messagerie, >courier, haul, hauling, >haulage, rail, >shipping, affranchissement, postage",
    ),
    (
        "51",
        "telecommunication, telecom, internet, telephone, telephonie, phone, logiciel, software, licence de logiciel, software licence, \
         software license, publicite media, hebergement web, web hosting, cloud, donnees",
    ),
    (
        "52",
        "<assurance, >insurance, banque, bancaire, bank, bank fees, bank charges, interet, interest, frais financiers, financing",
    ),
    (
        "53",
        "<loyer, >rent, <location, >rental, >lease, >leasing, credit bail, immobilier, real estate",
    ),
    (
        "5A",
        "<entretien, *maintenance, <reparation, >repair, <ingenierie, >engineering, genie conseil, <conseil, >consulting, consultant, honoraire, \
         fees, comptable, <comptabilite, >accounting, >bookkeeping, *audit, juridique, avocat, legal, notaire, notary, securite, security, \
         menager, <nettoyage, >cleaning, dechet, waste, gestion des dechets, gestion des matieres residuelles, waste management, waste disposal, \
         laboratoire, laboratory, analyse de laboratoire, laboratory testing, recherche, research, etude, studies, placement, agence, staffing, \
         <recrutement, >recruitment, *marketing, <publicite, >advertising, <gardiennage, <deneigement, snow removal, <traduction, >translation, \
         amenagement paysager, >landscaping, pest control, services professionnels, professional services, architecte, architect, architecture, \
         informatique, it services, administration",
    ),
    ("61", "<formation, >training, cours, courses, education, tuition"),
    (
        "62",
        "sante, health, medical, garderie, daycare, premiers soins, first aid",
    ),
    (
        "7A",
        "repas, meals, restaurant, traiteur, >catering, hotel, <deplacement, >travel, <hebergement, accommodation, lodging, cachets, artist, \
         cafeteria",
    ),
    (
        "8A",
        "permis, permit, association, cotisation, dues, <buanderie, >laundry, <stationnement, >parking, taxe municipale",
    ),
];

/// Words that budgets use for anything: they tell nothing of who sells.
pub(super) const VAGUE: &str = "achat, activite, annual, annuel, annuelle, article, autre, charge, contingence, contingency, cost, cout, depense, divers, \
     diverse, expense, exploitation, externe, external, fabrication, frais, general, generale, generaux, imprevu, industrial, industriel, \
     industrielle, item, local, misc, miscellaneous, operating, operation, other, petit, plant, poste, premiere, project, projet, purchase, regional, \
     service, small, special, speciale, speciaux, sundry, transformation, unforeseen, usine, varia, various";

/// Goods without a name: vague too, but what they say is that goods are bought, not the service named beside them (`produits de nettoyage`).
pub(super) const GOODS: &str = "equipement, equipment, fourniture, goods, materiau, materiel, material, matiere, product, produit, supplies, supply";

/// Words that change nothing of who sells.
pub(super) const NEUTRAL: &str = "additional, additionnel, canada, employe, employee, main, neuf, neuve, new, personnel, principal, principale, quebec, site, staff, travail, \
     usage, used, work";

/// Words that lead to what something is done to.
pub(super) const PREPOSITIONS: &[&str] = &[
    "a", "au", "aux", "avec", "by", "d", "dans", "de", "des", "du", "en", "for", "in", "of", "on", "par", "pour",
    "sur", "to", "with",
];

/// Words that join two things.
pub(super) const JOINING: &[&str] = &["and", "et", "or", "ou"];

/// Words that stand before others and tell nothing.
pub(super) const ARTICLES: &[&str] = &["an", "l", "la", "le", "les", "the", "un", "une"];
