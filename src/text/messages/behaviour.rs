//! Words of how the window answers: what was copied, lists that hold nothing typed, exports that failed.

crate::messages! {
    CHART_COPIED: "Chiffres du graphique copiés\u{a0}: collez-les dans un tableur" | "Figures of the chart copied: paste them in a spreadsheet";
    PICTURE_COPIED: "Image du graphique copiée\u{a0}: collez-la dans un document" | "Picture of the chart copied: paste it in a document";
    PICTURE_NOT_COPIED: "L’image n’a pas été copiée\u{a0}: {reason}" | "The picture was not copied: {reason}";
    COPY_FIGURES: "Chiffres, pour un tableur" | "Figures, for a spreadsheet";
    COPY_PICTURE: "Image, pour un document" | "Picture, for a document";
    TABLE_COPIED: "Tableau copié\u{a0}: collez-le dans un tableur" | "Table copied: paste it in a spreadsheet";
    NO_CHOICE: "Aucun choix ne répond à «\u{a0}{typed}\u{a0}»" | "No choice answers “{typed}”";
}
