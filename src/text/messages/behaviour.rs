//! Words of how the window answers: what was copied, lists that hold nothing typed, exports that failed.

crate::messages! {
    CHART_COPIED: "Chiffres du graphique copiés\u{a0}: collez-les dans un tableur" | "Figures of the chart copied: paste them in a spreadsheet";
    TABLE_COPIED: "Tableau copié\u{a0}: collez-le dans un tableur" | "Table copied: paste it in a spreadsheet";
    NO_CHOICE: "Aucun choix ne répond à «\u{a0}{typed}\u{a0}»" | "No choice answers “{typed}”";
}
