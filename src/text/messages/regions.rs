//! How a sentence says that something is in a region, or of it: French needs the article of each name.

crate::messages! {
    CANADA: "Canada" | "Canada";
    IN_CANADA: "au Canada" | "in Canada";
    OF_CANADA: "du Canada" | "of Canada";
    IN_OTHER: "dans la région «\u{a0}{name}\u{a0}»" | "in {name}";
    OF_OTHER: "de la région «\u{a0}{name}\u{a0}»" | "of {name}";
    IN_BAS_SAINT_LAURENT: "dans le Bas-Saint-Laurent" | "in Bas-Saint-Laurent";
    OF_BAS_SAINT_LAURENT: "du Bas-Saint-Laurent" | "of Bas-Saint-Laurent";
    IN_SAGUENAY: "au Saguenay–Lac-Saint-Jean" | "in Saguenay–Lac-Saint-Jean";
    OF_SAGUENAY: "du Saguenay–Lac-Saint-Jean" | "of Saguenay–Lac-Saint-Jean";
    IN_CAPITALE_NATIONALE: "dans la Capitale-Nationale" | "in Capitale-Nationale";
    OF_CAPITALE_NATIONALE: "de la Capitale-Nationale" | "of Capitale-Nationale";
    IN_MAURICIE: "en Mauricie" | "in Mauricie";
    OF_MAURICIE: "de la Mauricie" | "of Mauricie";
    IN_ESTRIE: "en Estrie" | "in Estrie";
    OF_ESTRIE: "de l'Estrie" | "of Estrie";
    IN_MONTREAL: "à Montréal" | "in Montréal";
    OF_MONTREAL: "de Montréal" | "of Montréal";
    IN_OUTAOUAIS: "en Outaouais" | "in Outaouais";
    OF_OUTAOUAIS: "de l'Outaouais" | "of Outaouais";
    IN_ABITIBI: "en Abitibi-Témiscamingue" | "in Abitibi-Témiscamingue";
    OF_ABITIBI: "de l'Abitibi-Témiscamingue" | "of Abitibi-Témiscamingue";
    IN_COTE_NORD: "sur la Côte-Nord et dans le Nord-du-Québec" | "in Côte-Nord and Nord-du-Québec";
    OF_COTE_NORD: "de la Côte-Nord et du Nord-du-Québec" | "of Côte-Nord and Nord-du-Québec";
    IN_GASPESIE: "en Gaspésie–Îles-de-la-Madeleine" | "in Gaspésie–Îles-de-la-Madeleine";
    OF_GASPESIE: "de la Gaspésie–Îles-de-la-Madeleine" | "of Gaspésie–Îles-de-la-Madeleine";
    IN_CHAUDIERE: "en Chaudière-Appalaches" | "in Chaudière-Appalaches";
    OF_CHAUDIERE: "de Chaudière-Appalaches" | "of Chaudière-Appalaches";
    IN_LAVAL: "à Laval" | "in Laval";
    OF_LAVAL: "de Laval" | "of Laval";
    IN_LANAUDIERE: "dans Lanaudière" | "in Lanaudière";
    OF_LANAUDIERE: "de Lanaudière" | "of Lanaudière";
    IN_LAURENTIDES: "dans les Laurentides" | "in the Laurentides";
    OF_LAURENTIDES: "des Laurentides" | "of the Laurentides";
    IN_MONTEREGIE: "en Montérégie" | "in Montérégie";
    OF_MONTEREGIE: "de la Montérégie" | "of Montérégie";
    IN_CENTRE_DU_QUEBEC: "dans le Centre-du-Québec" | "in Centre-du-Québec";
    OF_CENTRE_DU_QUEBEC: "du Centre-du-Québec" | "of Centre-du-Québec";
    IN_MRC_DES_SOURCES: "dans la MRC des Sources" | "in MRC des Sources";
    OF_MRC_DES_SOURCES: "de la MRC des Sources" | "of MRC des Sources";
    IN_NEWFOUNDLAND: "à Terre-Neuve-et-Labrador" | "in Newfoundland and Labrador";
    OF_NEWFOUNDLAND: "de Terre-Neuve-et-Labrador" | "of Newfoundland and Labrador";
    IN_PRINCE_EDWARD_ISLAND: "à l'Île-du-Prince-Édouard" | "in Prince Edward Island";
    OF_PRINCE_EDWARD_ISLAND: "de l'Île-du-Prince-Édouard" | "of Prince Edward Island";
    IN_NOVA_SCOTIA: "en Nouvelle-Écosse" | "in Nova Scotia";
    OF_NOVA_SCOTIA: "de la Nouvelle-Écosse" | "of Nova Scotia";
    IN_NEW_BRUNSWICK: "au Nouveau-Brunswick" | "in New Brunswick";
    OF_NEW_BRUNSWICK: "du Nouveau-Brunswick" | "of New Brunswick";
    IN_QUEBEC: "au Québec" | "in Québec";
    OF_QUEBEC: "du Québec" | "of Québec";
    IN_ONTARIO: "en Ontario" | "in Ontario";
    OF_ONTARIO: "de l'Ontario" | "of Ontario";
    IN_MANITOBA: "au Manitoba" | "in Manitoba";
    OF_MANITOBA: "du Manitoba" | "of Manitoba";
    IN_SASKATCHEWAN: "en Saskatchewan" | "in Saskatchewan";
    OF_SASKATCHEWAN: "de la Saskatchewan" | "of Saskatchewan";
    IN_ALBERTA: "en Alberta" | "in Alberta";
    OF_ALBERTA: "de l'Alberta" | "of Alberta";
    IN_BRITISH_COLUMBIA: "en Colombie-Britannique" | "in British Columbia";
    OF_BRITISH_COLUMBIA: "de la Colombie-Britannique" | "of British Columbia";
}

use crate::text::Msg;

/// Returns how to say "in" and "of" a region of the shipped data; nothing for others.
pub fn phrases(code: &str) -> Option<(Msg, Msg)> {
    Some(match code {
        "01" => (IN_BAS_SAINT_LAURENT, OF_BAS_SAINT_LAURENT),
        "02" => (IN_SAGUENAY, OF_SAGUENAY),
        "03" => (IN_CAPITALE_NATIONALE, OF_CAPITALE_NATIONALE),
        "04" => (IN_MAURICIE, OF_MAURICIE),
        "05" => (IN_ESTRIE, OF_ESTRIE),
        "06" => (IN_MONTREAL, OF_MONTREAL),
        "07" => (IN_OUTAOUAIS, OF_OUTAOUAIS),
        "08" => (IN_ABITIBI, OF_ABITIBI),
        "09-10" => (IN_COTE_NORD, OF_COTE_NORD),
        "11" => (IN_GASPESIE, OF_GASPESIE),
        "12" => (IN_CHAUDIERE, OF_CHAUDIERE),
        "13" => (IN_LAVAL, OF_LAVAL),
        "14" => (IN_LANAUDIERE, OF_LANAUDIERE),
        "15" => (IN_LAURENTIDES, OF_LAURENTIDES),
        "16" => (IN_MONTEREGIE, OF_MONTEREGIE),
        "17" => (IN_CENTRE_DU_QUEBEC, OF_CENTRE_DU_QUEBEC),
        "mrc-les-sources" => (IN_MRC_DES_SOURCES, OF_MRC_DES_SOURCES),
        "NL" => (IN_NEWFOUNDLAND, OF_NEWFOUNDLAND),
        "PE" => (IN_PRINCE_EDWARD_ISLAND, OF_PRINCE_EDWARD_ISLAND),
        "NS" => (IN_NOVA_SCOTIA, OF_NOVA_SCOTIA),
        "NB" => (IN_NEW_BRUNSWICK, OF_NEW_BRUNSWICK),
        "QC" => (IN_QUEBEC, OF_QUEBEC),
        "ON" => (IN_ONTARIO, OF_ONTARIO),
        "MB" => (IN_MANITOBA, OF_MANITOBA),
        "SK" => (IN_SASKATCHEWAN, OF_SASKATCHEWAN),
        "AB" => (IN_ALBERTA, OF_ALBERTA),
        "BC" => (IN_BRITISH_COLUMBIA, OF_BRITISH_COLUMBIA),
        _ => return None,
    })
}
