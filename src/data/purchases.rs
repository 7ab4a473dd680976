//! Finds the industry that sells something by what a budget calls it, in either language, or by its code.

use super::files::IndustryEntry;
use super::library::Library;
use super::purchase_words::{ARTICLES, GOODS, JOINING, NEUTRAL, PREPOSITIONS, VAGUE, WORDS};
use super::search::{Query, fold};

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

/// Returns what a budget line seems to buy, by the words of its name.
///
/// It is sure where the name is that of an industry, where one phrase says all of it, where it names a service that has one seller whatever it is done to, or
/// where every word that tells something is one of the same industry. It is in doubt otherwise, and where a second industry answers half as well.
pub fn propose(library: &Library, text: &str) -> Proposal {
    let folded = fold(text);
    let said = Said::new(&folded);
    let scores = scores(library, &said);
    let total = |i: usize| scores.get(i).map_or(0, Score::total);
    let mut order: Vec<usize> = (0..scores.len()).filter(|i| total(*i) > 0).collect();
    order.sort_by_key(|i| std::cmp::Reverse(total(*i)));
    if let Some(sure) = named(library, folded.trim()).or_else(|| settled(library, &said)) {
        order.retain(|i| *i != sure);
        return Proposal {
            industry: Some(sure),
            doubtful: false,
            others: [order.first().copied(), order.get(1).copied()],
        };
    }
    let at = |k: usize| order.get(k).copied();
    let Some(best) = at(0) else {
        return Proposal::default();
    };
    let second = at(1).map_or(0, total);
    if total(best) == second {
        return Proposal {
            industry: None,
            doubtful: true,
            others: [at(0), at(1)],
        };
    }
    Proposal {
        industry: Some(best),
        doubtful: !said.is_told_by(library, best) || 2 * second >= total(best),
        others: [at(1), at(2)],
    }
}

/// Returns the industry that bears this name.
fn named(library: &Library, folded: &str) -> Option<usize> {
    library.economy.industries.iter().position(|i| {
        [&i.label.fr, &i.label.en, &i.short.fr, &i.short.en]
            .into_iter()
            .any(|n| fold(n) == folded)
    })
}

/// Returns the industry that one phrase of several words tells by itself, or the one that sells the service a name says; nothing where two would.
fn settled(library: &Library, said: &Said<'_>) -> Option<usize> {
    let mut found: Vec<usize> = Vec::new();
    for (i, industry) in library.economy.industries.iter().enumerate() {
        if phrases(&industry.code).any(|(_, phrase)| phrase.contains(' ') && said.is_whole(phrase)) {
            return Some(i);
        }
        if phrases(&industry.code).any(|(kind, phrase)| said.is_service(library, i, kind, phrase)) {
            found.push(i);
        }
    }
    match found.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// Where the word of a service stands in its name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Service {
    /// It is no service, or one whose seller depends on what it is done to.
    No,
    First,
    Last,
    Both,
}

/// A name as it is read: its words, and those of them that tell something.
struct Said<'a> {
    tokens: Vec<&'a str>,
    /// How many of them stand before the first sign that sets the rest apart, as a comma or a bracket does; all where none tells something there.
    main: usize,
    /// The positions of those that tell something.
    told: Vec<usize>,
}

impl<'a> Said<'a> {
    fn new(folded: &'a str) -> Self {
        let apart = |c: char| matches!(c, ',' | ';' | ':' | '(' | '[' | '/' | '|' | '–' | '—' | '·');
        let head = folded.find(apart).and_then(|at| folded.get(..at)).unwrap_or(folded);
        let tokens: Vec<&str> = words(folded).collect();
        let told: Vec<usize> = (0..tokens.len())
            .filter(|k| tokens.get(*k).is_some_and(|t| tells(t)))
            .collect();
        let count = words(head).count();
        let main = if told.iter().any(|k| *k < count) {
            count
        } else {
            tokens.len()
        };
        Self { tokens, main, told }
    }

    fn token(&self, k: usize) -> &'a str {
        self.tokens.get(k).copied().unwrap_or_default()
    }

    /// Returns the positions of the words that tell something in the main part.
    fn told_mainly(&self) -> impl Iterator<Item = usize> {
        self.told.iter().copied().filter(|k| *k < self.main)
    }

    /// Returns the position of the word for what is bought: the first one before a preposition (`loyer du bâtiment`), the last one otherwise
    /// (`building rent`).
    fn head(&self) -> usize {
        let linked = |t: &&str| PREPOSITIONS.contains(t) || JOINING.contains(t);
        let head = if self.tokens.iter().any(linked) {
            self.told.first()
        } else {
            self.told.last()
        };
        head.copied().unwrap_or(usize::MAX)
    }

    /// Returns the places where a phrase stands, as the positions of its first word and after its last one.
    fn places(&self, phrase: &str) -> Vec<(usize, usize)> {
        let wanted: Vec<&str> = words(phrase).collect();
        if wanted.is_empty() {
            return Vec::new();
        }
        let stands = |w: &[&str]| w.iter().zip(&wanted).all(|(token, wanted)| alike(token, wanted));
        let windows = self.tokens.windows(wanted.len()).enumerate();
        windows
            .filter(|(_, w)| stands(w))
            .map(|(at, _)| (at, at + wanted.len()))
            .collect()
    }

    /// Returns whether a phrase is all that the main part tells.
    fn is_whole(&self, phrase: &str) -> bool {
        self.places(phrase).iter().any(|(from, to)| {
            self.told_mainly()
                .all(|k| (*from..*to).contains(&k) || is_neutral(self.token(k)))
        })
    }

    /// Returns whether every word that tells something in the main part is one of an industry.
    fn is_told_by(&self, library: &Library, industry: usize) -> bool {
        let code = library.economy.industries.get(industry).map_or("", |i| i.code.as_str());
        // Goods named after a service are not that service.
        let goods = self.tokens.iter().take(self.main).any(|t| is_among(t, GOODS));
        let own = phrases(code).filter(|(kind, _)| !goods || *kind == Service::No);
        let places: Vec<(usize, usize)> = own.flat_map(|(_, phrase)| self.places(phrase)).collect();
        let told = |k: usize| places.iter().any(|(from, to)| (*from..*to).contains(&k));
        !places.is_empty() && self.told_mainly().all(|k| told(k) || is_neutral(self.token(k)))
    }

    /// Returns whether a phrase is the service that the name says, where it stands: before what it is done to, or after it in English.
    fn is_service(&self, library: &Library, industry: usize, kind: Service, phrase: &str) -> bool {
        if kind == Service::No {
            return false;
        }
        let main = self.tokens.get(..self.main).unwrap_or(&self.tokens);
        let (Some(first), Some(last)) = (self.told_mainly().next(), self.told_mainly().last()) else {
            return false;
        };
        let goods = |from: usize, to: usize| main.get(from..to).is_some_and(|w| w.iter().any(|t| is_among(t, GOODS)));
        let joined = main.iter().position(|t| JOINING.contains(t));
        // What is joined to another service is two purchases; what it is done to may be two things.
        let two = joined.is_some_and(|at| {
            let after = self.told_mainly().find(|k| *k > at).map_or("", |k| self.token(k));
            is_service_elsewhere(library, industry, after)
        });
        let led = |k: usize| main.get(k).is_some_and(|t| PREPOSITIONS.contains(t));
        self.places(phrase).into_iter().any(|(from, to)| {
            if from == first && led(to) {
                return !two && !goods(0, from);
            }
            if joined.is_some() || (goods(0, from) && kind != Service::Last) {
                return false;
            }
            // What stands beside it must not be what another industry sells, nor goods.
            let beside = || self.told_mainly().filter(|k| !(from..to).contains(k));
            let before = from == first && kind != Service::Last && !goods(to, main.len());
            let alone = before && beside().all(|k| !is_sold_elsewhere(library, industry, self.token(k)));
            let led_to = main.iter().any(|t| PREPOSITIONS.contains(t));
            let after = to == last + 1 && kind != Service::First && !led_to && !goods(to, main.len());
            // `Assurance transport`: the first word is a service too, and which one is done to the other depends on the language.
            alone || (after && (from == first || !is_service_elsewhere(library, industry, self.token(first))))
        })
    }
}

/// Returns whether a word tells something of who sells.
fn tells(token: &str) -> bool {
    let silent = PREPOSITIONS.contains(&token) || JOINING.contains(&token) || ARTICLES.contains(&token);
    !silent && token.len() > 1 && !token.bytes().all(|b| b.is_ascii_digit()) && !is_vague(token)
}

/// Returns whether a word is one of a list.
fn is_among(token: &str, list: &str) -> bool {
    list.split(", ").any(|w| alike(token, w))
}

fn is_neutral(token: &str) -> bool {
    is_among(token, NEUTRAL)
}

/// Returns the phrases of the other industries.
fn phrases_elsewhere(library: &Library, industry: usize) -> impl Iterator<Item = (Service, &'static str)> {
    let others = library.economy.industries.iter().enumerate();
    others
        .filter(move |(i, _)| *i != industry)
        .flat_map(|(_, i)| phrases(&i.code))
}

/// Returns whether a word is what another industry sells.
fn is_sold_elsewhere(library: &Library, industry: usize, token: &str) -> bool {
    phrases_elsewhere(library, industry).any(|(_, phrase)| alike(token, phrase))
}

/// Returns whether a word is a service that another industry sells.
fn is_service_elsewhere(library: &Library, industry: usize, token: &str) -> bool {
    phrases_elsewhere(library, industry).any(|(kind, phrase)| kind != Service::No && alike(token, phrase))
}

/// Returns the industries that answer a search, the most likely first; all of them when nothing is searched.
pub fn search_industries(library: &Library, query: &str) -> Vec<usize> {
    let industries = &library.economy.industries;
    if query.trim().is_empty() {
        return (0..industries.len()).collect();
    }
    let folded = fold(query);
    let scores = scores(library, &Said::new(&folded));
    let asked = Query::new(query);
    let code = |i: usize| industries.get(i).is_some_and(|e| asked.begins(&e.code));
    // A word half typed finds what begins with it.
    let begun = |i: usize| {
        industries.get(i).is_some_and(|e| {
            let names = [&e.label.fr, &e.label.en, &e.short.fr, &e.short.en];
            names.into_iter().any(|n| asked.answers(n)) || phrases(&e.code).any(|(_, w)| asked.answers(w))
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
    /// Letters of the phrase that was found, twice those of what is bought.
    of_words: usize,
    /// Letters of its own name that were found.
    of_name: usize,
}

impl Score {
    /// Returns the whole score: the phrases count more.
    fn total(&self) -> usize {
        OF_WORDS * self.of_words + OF_NAMES * self.of_name
    }
}

/// Returns how well each industry answers a text.
fn scores(library: &Library, said: &Said<'_>) -> Vec<Score> {
    let head = said.head();
    let industries = &library.economy.industries;
    let score = |i: &IndustryEntry| {
        let letters = |phrase: &str| {
            let weight = |(from, to): (usize, usize)| if (from..to).contains(&head) { 2 } else { 1 };
            let most = said.places(phrase).into_iter().map(weight).max();
            most.map_or(0, |weight| weight * phrase.len())
        };
        let of_words = phrases(&i.code).map(|(_, phrase)| letters(phrase)).max();
        let names = [&i.label.fr, &i.label.en, &i.short.fr, &i.short.en].map(|n| fold(n));
        let of_name = names
            .iter()
            .map(|name| {
                let own: Vec<&str> = words(name).filter(|w| w.len() > 3).collect();
                let long = said.tokens.iter().filter(|t| t.len() > 3 && !is_vague(t));
                let found = long.filter(|t| own.iter().any(|w| alike(t, w)));
                found.map(|t| t.len()).sum::<usize>()
            })
            .max();
        Score {
            of_words: of_words.unwrap_or(0),
            of_name: of_name.unwrap_or(0),
        }
    };
    industries.iter().map(score).collect()
}

/// Returns whether a word tells nothing of who sells.
fn is_vague(word: &str) -> bool {
    is_among(word, VAGUE) || is_among(word, GOODS)
}

/// Returns the phrases that find an industry, each with whether it is a service.
fn phrases(code: &str) -> impl Iterator<Item = (Service, &'static str)> {
    let own = WORDS.iter().find(|(c, _)| *c == code).map_or("", |(_, words)| *words);
    own.split(", ").filter(|w| !w.is_empty()).map(|w| {
        let signs = [("<", Service::First), (">", Service::Last), ("*", Service::Both)];
        let signed = |(sign, kind): (&str, Service)| w.strip_prefix(sign).map(|bare| (kind, bare));
        signs.into_iter().find_map(signed).unwrap_or((Service::No, w))
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty())
}

/// Returns whether a word is another one, in the plural or not; long words may end differently (`chimiques`, `chimie` are two).
fn alike(token: &str, word: &str) -> bool {
    let bare = |w: &str| w.trim_end_matches(['s', 'x']).to_owned();
    token == word || (token.len() > 3 && bare(token) == bare(word)) || (word.len() >= 6 && token.starts_with(word))
}
