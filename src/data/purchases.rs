//! Finds the industry that sells something by what a budget calls it, in either language, or by its code.

use super::library::Library;
use super::search::{Query, fold};

/// What budgets call purchases that no name of an industry says, by the industry that sells them. Folded: no accents, no capitals.
///
/// This only proposes; the user sees each proposal and may choose another industry.
const WORDS: &[(&str, &[&str])] = &[
    (
        "11",
        &[
            "bois rond",
            "grain",
            "logs",
            "feed",
            "semence",
            "seeds",
            "pulpwood",
            "poisson",
            "fish",
            "crevette",
            "shrimp",
            "homard",
            "lobster",
        ],
    ),
    (
        "21",
        &[
            "minerai",
            "ore",
            "charbon",
            "coal",
            "gravier",
            "gravel",
            "sable",
            "sand",
            "residus d amiante",
            "serpentine",
        ],
    ),
    (
        "22",
        &[
            "electricite",
            "electricity",
            "power",
            "energie",
            "energy",
            "hydro",
            "gaz naturel",
            "natural gas",
            "eau",
            "water",
            "aqueduc",
            "chauffage",
            "heating",
            "utilities",
        ],
    ),
    (
        "23",
        &[
            "travaux",
            "batiment",
            "building",
            "genie civil",
            "civil works",
            "excavation",
            "beton coule",
            "terrassement",
            "toiture",
            "roofing",
            "construction",
            "entrepreneur general",
            "general contractor",
            "renovation",
        ],
    ),
    (
        "31A",
        &[
            "nourriture",
            "food",
            "aliment",
            "boisson",
            "beverage",
            "viande",
            "meat",
            "lait",
            "milk",
            "farine",
            "flour",
            "sucre",
            "sugar",
        ],
    ),
    (
        "31B",
        &[
            "textile", "vetement", "clothing", "uniforme", "uniform", "tissu", "fabric",
        ],
    ),
    (
        "32A",
        &[
            "bois",
            "wood",
            "lumber",
            "papier",
            "paper",
            "carton",
            "cardboard",
            "emballage",
            "packaging",
            "imprimerie",
            "printing",
            "palette",
            "pallet",
        ],
    ),
    (
        "32B",
        &[
            "chimie",
            "chimique",
            "chemical",
            "carburant",
            "fuel",
            "diesel",
            "mazout",
            "essence",
            "gasoline",
            "plastique",
            "plastic",
            "lubrifiant",
            "lubricant",
            "huile",
            "oil",
            "acide",
            "acid",
            "reactif",
            "reagent",
            "gaz industriel",
            "industrial gas",
            "peinture",
            "paint",
            "caoutchouc",
            "rubber",
            "chlore",
            "chlorine",
        ],
    ),
    (
        "327",
        &[
            "ciment",
            "cement",
            "beton",
            "concrete",
            "verre",
            "glass",
            "chaux",
            "lime",
            "refractaire",
            "refractory",
            "brique",
            "brick",
        ],
    ),
    (
        "33A",
        &[
            "metal",
            "metaux",
            "metals",
            "acier",
            "steel",
            "aluminium",
            "aluminum",
            "piece",
            "parts",
            "machine",
            "machinery",
            "machinerie",
            "equipement de procede",
            "process equipment",
            "outillage",
            "tooling",
            "outil",
            "tool",
            "fonderie",
            "foundry",
            "matieres secondaires",
            "tuyauterie",
            "piping",
            "four",
            "furnace",
        ],
    ),
    (
        "33B",
        &[
            "electronique",
            "electronic",
            "ordinateur",
            "computer",
            "capteur",
            "sensor",
            "transformateur",
            "transformer",
            "moteur electrique",
            "cable",
            "instrumentation",
        ],
    ),
    (
        "336",
        &[
            "vehicule", "vehicle", "camion", "truck", "wagon", "autobus", "bus", "avion", "aircraft",
        ],
    ),
    (
        "33C",
        &[
            "meuble",
            "furniture",
            "mobilier",
            "fourniture de bureau",
            "office supplies",
            "equipement de protection",
        ],
    ),
    (
        "4A",
        &[
            "commerce",
            "grossiste",
            "wholesale",
            "detaillant",
            "retail",
            "quincaillerie",
            "hardware",
        ],
    ),
    (
        "4B",
        &[
            "transport",
            "camionnage",
            "trucking",
            "fret",
            "freight",
            "entreposage",
            "warehousing",
            "storage",
            "livraison",
            "delivery",
            "logistique",
            "logistics",
            "messagerie",
            "courier",
            "haul",
            "hauling",
            "haulage",
            "rail",
            "shipping",
        ],
    ),
    (
        "51",
        &[
            "telecommunication",
            "telecom",
            "internet",
            "telephone",
            "phone",
            "logiciel",
            "software",
            "publicite media",
            "hebergement web",
            "cloud",
            "donnees",
        ],
    ),
    (
        "52",
        &[
            "assurance",
            "insurance",
            "banque",
            "bancaire",
            "bank",
            "interet",
            "interest",
            "frais financiers",
            "financing",
        ],
    ),
    (
        "53",
        &[
            "loyer",
            "rent",
            "location",
            "rental",
            "lease",
            "leasing",
            "credit bail",
            "immobilier",
            "real estate",
        ],
    ),
    (
        "5A",
        &[
            "entretien",
            "maintenance",
            "reparation",
            "repair",
            "ingenierie",
            "engineering",
            "genie conseil",
            "conseil",
            "consulting",
            "consultant",
            "honoraire",
            "fees",
            "comptable",
            "accounting",
            "juridique",
            "avocat",
            "legal",
            "securite",
            "security",
            "menager",
            "nettoyage",
            "cleaning",
            "dechet",
            "waste",
            "laboratoire",
            "laboratory",
            "recherche",
            "research",
            "placement",
            "agence",
            "staffing",
            "marketing",
            "publicite",
            "advertising",
            "gardiennage",
            "deneigement",
            "snow removal",
            "services professionnels",
            "professional services",
            "architecte",
            "architect",
            "informatique",
            "it services",
            "administration",
        ],
    ),
    (
        "61",
        &["formation", "training", "cours", "courses", "education", "tuition"],
    ),
    (
        "62",
        &[
            "sante",
            "health",
            "medical",
            "garderie",
            "daycare",
            "premiers soins",
            "first aid",
        ],
    ),
    (
        "7A",
        &[
            "repas",
            "meals",
            "restaurant",
            "traiteur",
            "catering",
            "hotel",
            "deplacement",
            "travel",
            "hebergement",
            "accommodation",
            "lodging",
            "cachets",
            "artist",
        ],
    ),
    (
        "8A",
        &[
            "permis",
            "permit",
            "association",
            "cotisation",
            "dues",
            "buanderie",
            "laundry",
            "stationnement",
            "parking",
            "taxe municipale",
        ],
    ),
];

/// How much a name of an industry counts beside a word of the list above, which says more.
const OF_NAMES: usize = 1;
const OF_WORDS: usize = 3;

/// Returns the position of the industry that a code names: alone, or before its name as in `33A · Métaux et machines`.
pub fn industry_of_code(library: &Library, text: &str) -> Option<usize> {
    let first = text
        .trim()
        .split(|c: char| !c.is_alphanumeric())
        .find(|t| !t.is_empty())?;
    let industries = &library.economy.industries;
    let exact = industries.iter().position(|i| i.code.eq_ignore_ascii_case(first));
    exact.or_else(|| covering(library, first))
}

/// Returns the industry whose NAICS coverage holds a code of two digits or more, such as `3314` in `331-333`.
fn covering(library: &Library, code: &str) -> Option<usize> {
    if code.len() < 2 || code.len() > 6 || !code.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let holds = |part: &str| {
        let part = part.trim();
        let (low, high) = part.split_once('-').unwrap_or((part, part));
        let digits = low.len();
        let start = code.get(..digits)?;
        let (start, low, high) = (
            start.parse::<u32>().ok()?,
            low.parse::<u32>().ok()?,
            high.parse::<u32>().ok()?,
        );
        Some((low..=high).contains(&start))
    };
    let industries = &library.economy.industries;
    industries
        .iter()
        .position(|i| i.naics.split(',').any(|part| holds(part) == Some(true)))
}

/// What a budget line seems to buy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// The position of the industry that most likely sells it; nothing when no word tells, or when two industries answer as well.
    pub industry: Option<usize>,
    /// Whether its words leave a doubt, so that someone should look.
    pub doubtful: bool,
    /// The next industries that answer, the likeliest first.
    pub others: [Option<usize>; 2],
}

/// Words that budgets use for anything: they tell nothing of who sells.
const VAGUE: &[&str] = &[
    "achat",
    "activite",
    "annual",
    "annuel",
    "annuelle",
    "article",
    "autre",
    "charge",
    "contingence",
    "contingency",
    "cost",
    "cout",
    "depense",
    "divers",
    "diverse",
    "expense",
    "exploitation",
    "externe",
    "external",
    "fabrication",
    "fourniture",
    "frais",
    "general",
    "generale",
    "generaux",
    "goods",
    "imprevu",
    "industrial",
    "industriel",
    "industrielle",
    "item",
    "local",
    "materiel",
    "material",
    "matiere",
    "misc",
    "miscellaneous",
    "operating",
    "operation",
    "other",
    "petit",
    "plant",
    "poste",
    "premiere",
    "product",
    "produit",
    "project",
    "projet",
    "purchase",
    "regional",
    "service",
    "small",
    "special",
    "speciale",
    "speciaux",
    "sundry",
    "supplies",
    "supply",
    "transformation",
    "unforeseen",
    "usine",
    "varia",
    "various",
];

/// Returns what a budget line seems to buy, by the words of its name.
///
/// It is in doubt when only the name of the industry answers, when a second industry answers half as well, or when the word that answers is not the one for
/// what is bought.
pub fn propose(library: &Library, text: &str) -> Proposal {
    let scores = scores(library, text);
    let mut order: Vec<usize> = (0..scores.len())
        .filter(|i| scores.get(*i).is_some_and(|s| s.total() > 0))
        .collect();
    order.sort_by_key(|i| std::cmp::Reverse(scores.get(*i).map_or(0, Score::total)));
    let at = |k: usize| order.get(k).copied();
    let total = |k: usize| at(k).and_then(|i| scores.get(i)).map_or(0, Score::total);
    let Some(best) = at(0).and_then(|i| scores.get(i)) else {
        return Proposal::default();
    };
    if total(0) == total(1) {
        return Proposal {
            industry: None,
            doubtful: true,
            others: [at(0), at(1)],
        };
    }
    let named = at(0).and_then(|i| library.economy.industries.get(i)).is_some_and(|i| {
        let asked = fold(text);
        [&i.label.fr, &i.label.en, &i.short.fr, &i.short.en]
            .into_iter()
            .any(|n| fold(n) == asked.trim())
    });
    Proposal {
        industry: at(0),
        doubtful: !named && (best.of_words == 0 || !best.head || 2 * total(1) >= total(0)),
        others: [at(1), at(2)],
    }
}

/// Returns the industries that answer a search, the most likely first; all of them when nothing is searched.
pub fn search_industries(library: &Library, query: &str) -> Vec<usize> {
    let industries = &library.economy.industries;
    if query.trim().is_empty() {
        return (0..industries.len()).collect();
    }
    let scores = scores(library, query);
    let asked = Query::new(query);
    let code = |i: usize| industries.get(i).is_some_and(|e| asked.begins(&e.code));
    // A word half typed finds what begins with it.
    let begun = |i: usize| {
        industries.get(i).is_some_and(|e| {
            let names = [&e.label.fr, &e.label.en, &e.short.fr, &e.short.en];
            names.into_iter().any(|n| asked.answers(n)) || listed(&e.code).iter().any(|w| asked.answers(w))
        })
    };
    let mut found: Vec<usize> = (0..industries.len())
        .filter(|i| code(*i) || begun(*i) || scores.get(*i).is_some_and(|s| s.total() > 0))
        .collect();
    found.sort_by_key(|i| (!code(*i), std::cmp::Reverse(scores.get(*i).map_or(0, Score::total))));
    found
}

/// How well an industry answers a text.
#[derive(Clone, Copy, Default)]
struct Score {
    /// Letters of the words of the list above that were found, twice those of what is bought.
    of_words: usize,
    /// Letters of its own name that were found.
    of_name: usize,
    /// Whether the word for what is bought is one of those of the list above.
    head: bool,
}

impl Score {
    /// Returns the whole score: the words of the list above count more.
    fn total(&self) -> usize {
        OF_WORDS * self.of_words + OF_NAMES * self.of_name
    }
}

/// Returns how well each industry answers a text.
fn scores(library: &Library, text: &str) -> Vec<Score> {
    let folded = fold(text);
    let tokens: Vec<&str> = words(&folded).collect();
    // What is bought comes first before a preposition (`loyer du bâtiment`), last otherwise (`building rent`).
    let linked = |t: &str| {
        matches!(
            t,
            "de" | "du" | "des" | "d" | "par" | "pour" | "en" | "of" | "for" | "by" | "au" | "aux" | "a" | "et" | "and"
        )
    };
    let told: Vec<usize> = (0..tokens.len())
        .filter(|k| tokens.get(*k).is_some_and(|t| !linked(t) && !is_vague(t)))
        .collect();
    let head = if tokens.iter().any(|t| linked(t)) {
        told.first()
    } else {
        told.last()
    };
    let head = head.copied().unwrap_or(usize::MAX);
    let industries = &library.economy.industries;
    industries
        .iter()
        .map(|i| {
            let best = listed(&i.code).iter().map(|w| found(&tokens, head, w)).max();
            let (of_words, of_head) = best.unwrap_or_default();
            let names = [&i.label.fr, &i.label.en, &i.short.fr, &i.short.en].map(|n| fold(n));
            let of_name = names
                .iter()
                .map(|name| {
                    let said: Vec<&str> = words(name).filter(|w| w.len() > 3).collect();
                    let found = tokens
                        .iter()
                        .filter(|t| t.len() > 3 && !is_vague(t) && said.iter().any(|w| alike(t, w)));
                    found.map(|t| t.len()).sum::<usize>()
                })
                .max();
            Score {
                of_words,
                of_name: of_name.unwrap_or(0),
                head: of_head,
            }
        })
        .collect()
}

/// Returns whether a word tells nothing of who sells.
fn is_vague(word: &str) -> bool {
    VAGUE.iter().any(|v| alike(word, v))
}

/// Returns the words of the list above that find an industry.
fn listed(code: &str) -> &'static [&'static str] {
    WORDS.iter().find(|(c, _)| *c == code).map_or(&[], |(_, words)| *words)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty())
}

/// Returns how well words that stand one after the other in a text tell what it is about: their letters, twice those of what is bought, and whether what is
/// bought is among them; 0 when they do not stand there.
///
/// * `head`: the position of the word for what is bought.
fn found(tokens: &[&str], head: usize, wanted: &str) -> (usize, bool) {
    let letters = wanted.len();
    let wanted: Vec<&str> = words(wanted).collect();
    if wanted.is_empty() {
        return (0, false);
    }
    let stands = |w: &[&str]| w.iter().zip(&wanted).all(|(token, wanted)| alike(token, wanted));
    let places = tokens.windows(wanted.len()).enumerate().filter(|(_, w)| stands(w));
    places
        .map(|(at, _)| match (at..at + wanted.len()).contains(&head) {
            true => (2 * letters, true),
            false => (letters, false),
        })
        .max()
        .unwrap_or_default()
}

/// Returns whether a word is another one, in the plural or not; long words may end differently (`chimiques`, `chimie` are two).
fn alike(token: &str, word: &str) -> bool {
    let bare = |w: &str| w.trim_end_matches(['s', 'x']).to_owned();
    token == word || (token.len() > 3 && bare(token) == bare(word)) || (word.len() >= 6 && token.starts_with(word))
}
