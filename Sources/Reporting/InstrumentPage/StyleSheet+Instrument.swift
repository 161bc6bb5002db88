// SPDX-License-Identifier: Apache-2.0

extension StyleSheet {
    /// What the page of a rule-book has beyond a report.
    static let instrument = Markup(
        trusted: """
            <style>
            .contents{display:grid;grid-template-columns:repeat(auto-fill,minmax(19rem,1fr));gap:.3rem 1.5rem;margin-bottom:.9rem}
            .id{white-space:nowrap} td.words{min-width:14rem}
            .count{color:var(--muted);font-size:.875rem;font-weight:400;letter-spacing:0;margin-left:.6em;white-space:nowrap}
            .article{padding-top:.5rem} .article+.article{border-top:1px solid var(--line);margin-top:2.5rem}
            .article h3{font-size:1.25rem;margin:1.75rem 0 .35rem} h2+.article{padding:0} h2+.article h3{margin-top:.5rem}
            .label{display:block;font-size:.875rem;font-weight:500;color:var(--muted);text-decoration:none}
            .chips{display:flex;flex-wrap:wrap;gap:.35rem .75rem;align-items:center;margin:.25rem 0 .75rem;max-width:none;font-size:.9rem}
            .chips .chip{white-space:normal} .tag{border:1px solid var(--line);border-radius:1em;padding:.05em .7em;font-size:.8rem;color:var(--muted)}
            .duty{border-left:3px solid var(--accent);padding-left:1rem;margin:.75rem 0 1.25rem} .duty p{font-size:1.2rem;line-height:1.5;margin:0}
            .values{margin:1.5rem 0;padding:1rem 1.25rem;border:1px solid var(--line);border-radius:8px;background:var(--soft)}
            .values .lead{margin:0} .values .lead b{font-size:1.35rem} .values .lead.away b{color:var(--muted);font-weight:500}
            .values>:last-child{margin-bottom:0} .values .pairs{margin:.75rem 0 0} .values p.small{margin:.25rem 0 0}
            figure.wide{max-width:none;margin:1.5rem 0 0} .values .figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,23rem),1fr));gap:0 2.5rem} .values figure{margin:1.5rem 0 0} .values figcaption,figure.wide figcaption{max-width:44rem;color:var(--ink);font-size:.925rem}
            .values .scroll{margin:.5rem 0 0}
            .exception{margin:1.25rem 0;padding-left:1rem;border-left:3px solid var(--line)} .exception h4{margin:0 0 .25rem} .exception p{margin:.25rem 0}
            details{margin:.4rem 0;max-width:none} summary{cursor:pointer;color:var(--accent);font-size:.925rem;width:fit-content}
            summary:focus-visible{outline:2px solid var(--accent);outline-offset:2px} details[open]{margin-bottom:1.25rem}
            .coverage{display:grid;grid-template-columns:max-content 1fr;gap:.4rem 1.25rem;max-width:none;margin:.75rem 0}
            .coverage dt,.coverage dd{margin:0;font-weight:400;font-size:.925rem} .coverage dd{display:flex;flex-wrap:wrap;gap:.3rem;align-items:center}
            .box{display:inline-block;min-width:3.4em;padding:.1em .5em;border:1.5px dashed var(--muted);border-radius:4px;color:var(--muted);
            font-size:.8rem;text-align:center;text-decoration:none}
            .box.full{border:1.5px solid var(--good);background:var(--good);color:var(--paper);font-weight:600}
            .box:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
            .bar{display:inline-block;vertical-align:middle;width:7rem;height:.7em;margin-right:.6em;background:var(--line);border-radius:2px;overflow:hidden}
            .bar span{display:block;height:100%;background:var(--accent)}
            .matrix{min-width:0} .matrix td,.matrix thead th{text-align:center;padding:.25rem .6rem} .matrix td:last-child,.matrix thead th:first-child{text-align:left}
            .matrix tbody th{min-width:8rem;padding:.25rem .6rem .25rem 0} .matrix thead th:first-child{padding-left:0} .matrix .in th,.matrix .in td{font-weight:650}
            .matrix abbr{text-decoration:none;cursor:help}
            .chart .small{font-size:9.5px} .chart .stem{stroke:var(--accent);stroke-width:2;opacity:.45} .chart .holder{fill:var(--accent);stroke:var(--soft);stroke-width:1.5}
            .chart .binding{fill:var(--ink)} .chart circle.away{fill:none;stroke:var(--muted);stroke-width:1.25;stroke-dasharray:2 2}
            .chart .initials{fill:var(--paper);stroke:none;font-size:8.5px;font-weight:650} .chart .initials.away{fill:var(--muted)}
            .chart .floor{stroke:var(--ink);stroke-width:2.5} .chart .floor.open{stroke:var(--muted);stroke-dasharray:5 4}
            .chart .track{fill:var(--line);opacity:.6} .chart .accepted{fill:var(--accent);opacity:.4} .chart .held{fill:var(--accent)} .chart rect.away{fill:var(--muted)}
            .chart .climb{stroke:var(--ink);stroke-width:1.5} .chart .climb-head{fill:var(--ink)}
            .values .chart text{stroke:var(--soft)} .values .chart .initials{stroke:none}
            @media (max-width:46rem){.coverage{display:block} .coverage dt{margin-top:.6rem} .values{padding:.85rem .9rem} .duty p{font-size:1.08rem} .bar{width:3rem;margin-right:.4em}
            td,th{padding-right:.9rem} tbody th{min-width:7.5rem} td.words{min-width:9rem}}
            @media print{details::details-content{content-visibility:visible;block-size:auto} summary{list-style:none;color:var(--muted)}
            .article,.values{break-inside:auto} .article h3{break-inside:avoid} .chips{break-after:avoid} .duty,.exception,figure.wide{break-inside:avoid} .values{background:none}
            .box.full,.bar,.bar span{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
            </style>
            """
    )
}
