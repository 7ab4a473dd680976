//! A chart of the report as a chart of PowerPoint: bars, columns, lines and steps that its user can change.
//!
//! The order of elements is that of the schema (ECMA-376, part 1, 21.2): PowerPoint refuses a chart that leaves it.

use super::super::chart::scene::Area;
use super::ink::{Ink, hatch, palette};
use super::plot::{Fill, Kind, Label, Plot, Run};
use super::shape::outline;
use super::sheet::{Zero, format_code};
use super::words::{Style, emu, run_style, tag};
use super::xml::Xml;
use crate::report::palette::tokens;
use crate::text::Lang;

/// Names and values of axes, hidden axes last.
const CATEGORIES: u32 = 111_111_111;
const VALUES: u32 = 222_222_222;
const MORE_CATEGORIES: u32 = 333_333_333;
const MORE_VALUES: u32 = 444_444_444;
/// The lowest value of the hidden axis that carries totals at the right of shares: so low that every total stands at its right end.
const FAR_BELOW: f64 = -1e9;

/// Returns a chart as the bytes of its part.
pub(super) fn chart(plot: &Plot, lang: Lang) -> Vec<u8> {
    let mut xml = Xml::new();
    let space = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    let main = "http://schemas.openxmlformats.org/drawingml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let attributes: [(&str, &dyn std::fmt::Display); 3] =
        [("xmlns:c", &space), ("xmlns:a", &main), ("xmlns:r", &relations)];
    xml.el("c:chartSpace", &attributes, |x| {
        x.val("c:date1904", 0);
        x.val("c:lang", tag(lang));
        x.val("c:roundedCorners", 0);
        x.el("c:chart", &[], |x| {
            x.val("c:autoTitleDeleted", 1);
            x.el("c:plotArea", &[], |x| plot_area(x, plot, lang));
            x.val("c:plotVisOnly", 1);
            x.val("c:dispBlanksAs", "gap");
        });
        x.el("c:spPr", &[], |x| {
            x.empty("a:noFill", &[]);
            outline(x, None, None);
        });
        texts(x, Style::new(22.0, Ink::TEXT), lang);
        // The only link of the part is its workbook.
        x.el("c:externalData", &[("r:id", &"rId1")], |x| x.val("c:autoUpdate", 0));
    });
    xml.finish()
}

/// Writes how texts look.
fn texts(x: &mut Xml, style: Style, lang: Lang) {
    x.el("c:txPr", &[], |x| {
        x.empty("a:bodyPr", &[]);
        x.empty("a:lstStyle", &[]);
        x.el("a:p", &[], |x| {
            x.el("a:pPr", &[], |x| run_style(x, "a:defRPr", style, lang));
            x.empty("a:endParaRPr", &[("lang", &tag(lang))]);
        });
    });
}

/// Writes where the marks lie inside the chart, as parts of its size.
fn layout(x: &mut Xml, area: Area, plot: &Plot) {
    let part = |v: f32, of: f32| format!("{:.5}", f64::from(v / of));
    x.el("c:layout", &[], |x| {
        x.el("c:manualLayout", &[], |x| {
            x.val("c:layoutTarget", "inner");
            x.val("c:xMode", "edge");
            x.val("c:yMode", "edge");
            x.val("c:x", part(area.left, plot.size.0));
            x.val("c:y", part(area.top, plot.size.1));
            x.val("c:w", part(area.width(), plot.size.0));
            x.val("c:h", part(area.height(), plot.size.1));
        });
    });
}

fn plot_area(x: &mut Xml, plot: &Plot, lang: Lang) {
    layout(x, plot.area, plot);
    let aside = plot.runs.iter().any(|run| run.aside);
    if plot.kind == Kind::Lines {
        x.el("c:lineChart", &[], |x| {
            x.val("c:grouping", "standard");
            x.val("c:varyColors", 0);
            for (k, run) in plot.runs.iter().enumerate() {
                x.el("c:ser", &[], |x| line(x, plot, (k, run), lang));
            }
            x.val("c:marker", 1);
            x.val("c:axId", CATEGORIES);
            x.val("c:axId", VALUES);
        });
    } else {
        bars(x, plot, false, lang);
        if aside {
            bars(x, plot, true, lang);
        }
    }
    categories(x, plot, lang);
    values(x, plot, lang);
    if aside {
        hidden_axes(x, plot);
    }
    x.el("c:spPr", &[], |x| x.empty("a:noFill", &[]));
}

/// Writes the bars: those that show, or those that only carry totals beside shares.
fn bars(x: &mut Xml, plot: &Plot, aside: bool, lang: Lang) {
    x.el("c:barChart", &[], |x| {
        x.val("c:barDir", if plot.kind == Kind::Columns { "col" } else { "bar" });
        let grouping = match (aside, plot.kind) {
            (true, _) => "clustered",
            (false, Kind::Shares) => "percentStacked",
            (false, _) => "stacked",
        };
        x.val("c:grouping", grouping);
        x.val("c:varyColors", 0);
        for (k, run) in plot.runs.iter().enumerate().filter(|(_, run)| run.aside == aside) {
            x.el("c:ser", &[], |x| bar(x, plot, (k, run), lang));
        }
        x.val("c:gapWidth", plot.gap);
        if !aside {
            x.val("c:overlap", 100);
        }
        x.val("c:axId", if aside { MORE_CATEGORIES } else { CATEGORIES });
        x.val("c:axId", if aside { MORE_VALUES } else { VALUES });
    });
}

/// Writes what a series has before its look: its numbers and its name.
fn head(x: &mut Xml, plot: &Plot, (k, _): (usize, &Run), lang: Lang) {
    x.val("c:idx", k);
    x.val("c:order", k);
    let name = plot.sheet.columns.get(k).map_or("", |c| c.name.as_str());
    x.el("c:tx", &[], |x| {
        x.el("c:strRef", &[], |x| {
            x.leaf("c:f", plot.sheet.name_at(k, lang));
            strings(x, &[name]);
        });
    });
}

fn strings(x: &mut Xml, texts: &[&str]) {
    x.el("c:strCache", &[], |x| {
        x.val("c:ptCount", texts.len());
        for (k, text) in texts.iter().enumerate() {
            x.el("c:pt", &[("idx", &k)], |x| x.leaf("c:v", text));
        }
    });
}

/// Writes the figures of a series, with the cells they stand in.
fn figures(x: &mut Xml, plot: &Plot, k: usize, lang: Lang) {
    x.el("c:cat", &[], |x| {
        x.el("c:strRef", &[], |x| {
            x.leaf("c:f", plot.sheet.labels_at(lang));
            let labels: Vec<&str> = plot.sheet.labels.iter().map(String::as_str).collect();
            strings(x, &labels);
        });
    });
    let values = plot.sheet.columns.get(k).map_or(&[][..], |c| c.values.as_slice());
    let written = plot.sheet.written.first().copied().unwrap_or_default();
    x.el("c:val", &[], |x| {
        x.el("c:numRef", &[], |x| {
            x.leaf("c:f", plot.sheet.values_at(k, lang));
            x.el("c:numCache", &[], |x| {
                x.leaf("c:formatCode", format_code(written, Zero::Shown, lang));
                x.val("c:ptCount", values.len());
                for (k, value) in values.iter().enumerate() {
                    x.el("c:pt", &[("idx", &k)], |x| x.leaf("c:v", value));
                }
            });
        });
    });
}

fn fill(x: &mut Xml, fill: Fill) {
    x.el("c:spPr", &[], |x| match fill {
        Fill::None => {
            x.empty("a:noFill", &[]);
            outline(x, None, None);
        }
        Fill::Plain(ink) => {
            ink.fill(x);
            // A thin line of ground keeps neighbours apart.
            outline(x, Some((Ink::GROUND, 1.5)), None);
        }
        Fill::Hatched(ink) => {
            hatch(x, ink);
            outline(x, Some((ink, 1.5)), None);
        }
    });
}

fn bar(x: &mut Xml, plot: &Plot, (k, run): (usize, &Run), lang: Lang) {
    head(x, plot, (k, run), lang);
    fill(x, run.fill);
    x.val("c:invertIfNegative", 0);
    for (at, own) in run.points.iter().enumerate() {
        if let Some(own) = own.filter(|own| *own != run.fill) {
            x.el("c:dPt", &[], |x| {
                x.val("c:idx", at);
                x.val("c:invertIfNegative", 0);
                x.val("c:bubble3D", 0);
                fill(x, own);
            });
        }
    }
    labels(x, run, lang);
    figures(x, plot, k, lang);
}

/// Writes the labels of a series: one by one, since not every bar has room for its own.
fn labels(x: &mut Xml, run: &Run, lang: Lang) {
    if run.labels.iter().all(Option::is_none) {
        return;
    }
    x.el("c:dLbls", &[], |x| {
        for (at, label) in run.labels.iter().enumerate() {
            x.el("c:dLbl", &[], |x| {
                x.val("c:idx", at);
                match label {
                    None => x.val("c:delete", 1),
                    Some(label) => one_label(x, label, lang),
                }
            });
        }
        // What applies to points that are added later.
        match run.labels.iter().flatten().next() {
            Some(label) => one_label(
                x,
                &Label {
                    text: None,
                    ..label.clone()
                },
                lang,
            ),
            None => x.val("c:delete", 1),
        }
    });
}

fn one_label(x: &mut Xml, label: &Label, lang: Lang) {
    if let Some(text) = &label.text {
        x.el("c:tx", &[], |x| {
            x.el("c:rich", &[], |x| {
                x.empty("a:bodyPr", &[]);
                x.empty("a:lstStyle", &[]);
                x.el("a:p", &[], |x| {
                    x.el("a:r", &[], |x| {
                        run_style(x, "a:rPr", label.style, lang);
                        x.leaf("a:t", text);
                    });
                });
            });
        });
    }
    x.empty("c:numFmt", &[("formatCode", &label.format), ("sourceLinked", &0)]);
    x.el("c:spPr", &[], |x| {
        match label.ground {
            Some(ink) => ink.fill(x),
            None => x.empty("a:noFill", &[]),
        }
        outline(x, None, None);
    });
    texts(x, label.style, lang);
    x.val("c:dLblPos", label.position);
    x.val("c:showLegendKey", 0);
    x.val("c:showVal", 1);
    x.val("c:showCatName", 0);
    x.val("c:showSerName", 0);
    x.val("c:showPercent", 0);
    x.val("c:showBubbleSize", 0);
}

fn line(x: &mut Xml, plot: &Plot, (k, run): (usize, &Run), lang: Lang) {
    head(x, plot, (k, run), lang);
    let Fill::Plain(ink) = run.fill else { return };
    let width = tokens().chart.line_width * 2.0;
    let stroke = |x: &mut Xml| {
        x.el("c:spPr", &[], |x| {
            x.el("a:ln", &[("w", &emu(width)), ("cap", &"rnd")], |x| {
                ink.fill(x);
                if let Some(dash) = run.dash {
                    x.val("a:prstDash", dash);
                }
                x.empty("a:round", &[]);
            });
        });
    };
    stroke(x);
    x.el("c:marker", &[], |x| x.val("c:symbol", "none"));
    if let Some(at) = run.marked {
        x.el("c:dPt", &[], |x| {
            x.val("c:idx", at);
            x.el("c:marker", &[], |x| {
                x.val("c:symbol", "circle");
                x.val("c:size", 9);
                x.el("c:spPr", &[], |x| {
                    Ink::GROUND.fill(x);
                    outline(x, Some((ink, 4.0)), None);
                });
            });
            x.val("c:bubble3D", 0);
            stroke(x);
        });
    }
    labels(x, run, lang);
    figures(x, plot, k, lang);
    x.val("c:smooth", 0);
}

fn scaling(x: &mut Xml, turned: bool, ends: Option<(f64, f64)>) {
    x.el("c:scaling", &[], |x| {
        x.val("c:orientation", if turned { "maxMin" } else { "minMax" });
        if let Some((least, most)) = ends {
            x.val("c:max", most);
            x.val("c:min", least);
        }
    });
}

fn categories(x: &mut Xml, plot: &Plot, lang: Lang) {
    let level = plot.kind.is_level();
    x.el("c:catAx", &[], |x| {
        x.val("c:axId", CATEGORIES);
        // The first name stands at the top, as in a list.
        scaling(x, level, None);
        x.val("c:delete", 0);
        x.val("c:axPos", if level { "l" } else { "b" });
        x.empty("c:numFmt", &[("formatCode", &"General"), ("sourceLinked", &0)]);
        x.val("c:majorTickMark", "none");
        x.val("c:minorTickMark", "none");
        x.val("c:tickLblPos", "low");
        x.el("c:spPr", &[], |x| {
            outline(x, Some((Ink::Own(palette().colours.axis), 2.0)), None);
        });
        texts(x, plot.names, lang);
        x.val("c:crossAx", VALUES);
        x.val("c:crosses", "autoZero");
        x.val("c:auto", 0);
        x.val("c:lblAlgn", "ctr");
        x.val("c:lblOffset", 100);
        if plot.skip > 1 {
            x.val("c:tickLblSkip", plot.skip);
        }
        x.val("c:noMultiLvlLbl", 1);
    });
}

fn values(x: &mut Xml, plot: &Plot, lang: Lang) {
    let level = plot.kind.is_level();
    x.el("c:valAx", &[], |x| {
        x.val("c:axId", VALUES);
        scaling(x, false, Some(plot.ends));
        // An axis without values is there all the same: the scale of one that is deleted is not kept everywhere.
        x.val("c:delete", 0);
        x.val("c:axPos", if level { "b" } else { "r" });
        if plot.ticks.is_some() {
            x.el("c:majorGridlines", &[], |x| {
                x.el("c:spPr", &[], |x| {
                    outline(x, Some((Ink::Own(palette().colours.grid), 1.5)), None);
                });
            });
        }
        x.empty("c:numFmt", &[("formatCode", &plot.axis_format), ("sourceLinked", &0)]);
        x.val("c:majorTickMark", "none");
        x.val("c:minorTickMark", "none");
        x.val("c:tickLblPos", if plot.ticks.is_some() { "nextTo" } else { "none" });
        x.el("c:spPr", &[], |x| outline(x, None, None));
        texts(x, Style::new(20.0, Ink::muted()), lang);
        x.val("c:crossAx", CATEGORIES);
        // Below the last name, or at the right of the last year.
        x.val("c:crosses", "max");
        x.val(
            "c:crossBetween",
            if plot.kind == Kind::Lines { "midCat" } else { "between" },
        );
        if let Some(step) = plot.ticks {
            x.val("c:majorUnit", step);
        }
    });
}

/// Writes the axes of the bars that carry totals at the right of shares; neither shows.
fn hidden_axes(x: &mut Xml, plot: &Plot) {
    x.el("c:catAx", &[], |x| {
        x.val("c:axId", MORE_CATEGORIES);
        scaling(x, true, None);
        x.val("c:delete", 0);
        x.val("c:axPos", "l");
        x.val("c:majorTickMark", "none");
        x.val("c:minorTickMark", "none");
        x.val("c:tickLblPos", "none");
        x.el("c:spPr", &[], |x| outline(x, None, None));
        x.val("c:crossAx", MORE_VALUES);
        x.val("c:crosses", "autoZero");
        x.val("c:auto", 0);
        x.val("c:lblAlgn", "ctr");
        x.val("c:lblOffset", 100);
        x.val("c:noMultiLvlLbl", 1);
    });
    let totals = plot.sheet.columns.iter().zip(&plot.runs).filter(|(_, run)| run.aside);
    let largest = totals.flat_map(|(c, _)| &c.values).fold(1.0, |m: f64, v| m.max(*v));
    x.el("c:valAx", &[], |x| {
        x.val("c:axId", MORE_VALUES);
        scaling(x, false, Some((FAR_BELOW * largest.max(1.0), largest * 2.0)));
        x.val("c:delete", 0);
        x.val("c:axPos", "t");
        x.empty("c:numFmt", &[("formatCode", &"General"), ("sourceLinked", &0)]);
        x.val("c:majorTickMark", "none");
        x.val("c:minorTickMark", "none");
        x.val("c:tickLblPos", "none");
        x.el("c:spPr", &[], |x| outline(x, None, None));
        x.val("c:crossAx", MORE_CATEGORIES);
        x.val("c:crosses", "max");
        x.val("c:crossBetween", "between");
    });
}
