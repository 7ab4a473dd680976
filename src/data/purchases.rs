//! Finds the industry that sells something by what a budget calls it, in either language, or by its code.

use super::library::Library;
use super::search::{Query, fold};

/// What budgets call purchases that no name of an industry says, by the industry that sells them. Folded: no accents, no capitals.
///
/// This only proposes; the user sees each proposal and may choose another industry.
const WORDS: &[(&str, &[&str])] = &[
    (
        "11",
        &["bois rond", "grain", "logs", "feed", "semence", "seeds", "pulpwood"],
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
            "articles divers",
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
            "fournitures",
            "supplies",
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

/// Returns the industry that most likely sells what a budget line names; nothing when no word tells, or when two industries answer as well.
pub fn propose(library: &Library, text: &str) -> Option<usize> {
    let scores = scores(library, text);
    let best = scores.iter().copied().max().filter(|s| *s > 0)?;
    let mut winners = scores.iter().enumerate().filter(|(_, s)| **s == best);
    let (winner, _) = winners.next()?;
    winners.next().is_none().then_some(winner)
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
        .filter(|i| code(*i) || begun(*i) || scores.get(*i).is_some_and(|s| *s > 0))
        .collect();
    found.sort_by_key(|i| (!code(*i), std::cmp::Reverse(scores.get(*i).copied().unwrap_or(0))));
    found
}

/// Returns how well each industry answers a text: the letters of the words found, those of the list above counting more.
fn scores(library: &Library, text: &str) -> Vec<usize> {
    let folded = fold(text);
    let tokens: Vec<&str> = words(&folded).collect();
    // What is bought comes first before a preposition (`loyer du bâtiment`), last otherwise (`building rent`).
    let linked = tokens.iter().any(|t| {
        matches!(
            *t,
            "de" | "du" | "des" | "d" | "par" | "pour" | "en" | "of" | "for" | "by"
        )
    });
    let head = if linked { 0 } else { tokens.len().saturating_sub(1) };
    let industries = &library.economy.industries;
    industries
        .iter()
        .map(|i| {
            let of_words = listed(&i.code).iter().map(|w| found(&tokens, head, w)).max();
            let names = [&i.label.fr, &i.label.en, &i.short.fr, &i.short.en].map(|n| fold(n));
            let of_names = names
                .iter()
                .map(|name| {
                    let said: Vec<&str> = words(name).filter(|w| w.len() > 3).collect();
                    let found = tokens
                        .iter()
                        .filter(|t| t.len() > 3 && said.iter().any(|w| alike(t, w)));
                    found.map(|t| t.len()).sum::<usize>()
                })
                .max();
            OF_WORDS * of_words.unwrap_or(0) + OF_NAMES * of_names.unwrap_or(0)
        })
        .collect()
}

/// Returns the words of the list above that find an industry.
fn listed(code: &str) -> &'static [&'static str] {
    WORDS.iter().find(|(c, _)| *c == code).map_or(&[], |(_, words)| *words)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty())
}

/// Returns how well words that stand one after the other in a text tell what it is about: their letters, twice those of what is bought; 0 when they do not
/// stand there.
///
/// * `head`: the position of the word for what is bought.
fn found(tokens: &[&str], head: usize, wanted: &str) -> usize {
    let letters = wanted.len();
    let wanted: Vec<&str> = words(wanted).collect();
    if wanted.is_empty() {
        return 0;
    }
    let stands = |w: &[&str]| w.iter().zip(&wanted).all(|(token, wanted)| alike(token, wanted));
    let places = tokens.windows(wanted.len()).enumerate().filter(|(_, w)| stands(w));
    places
        .map(|(at, _)| {
            if (at..at + wanted.len()).contains(&head) {
                2 * letters
            } else {
                letters
            }
        })
        .max()
        .unwrap_or(0)
}

/// Returns whether a word is another one, in the plural or not; long words may end differently (`chimiques`, `chimie` are two).
fn alike(token: &str, word: &str) -> bool {
    let bare = |w: &str| w.trim_end_matches(['s', 'x']).to_owned();
    token == word || (token.len() > 3 && bare(token) == bare(word)) || (word.len() >= 6 && token.starts_with(word))
}
