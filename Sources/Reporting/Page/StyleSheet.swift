// SPDX-License-Identifier: Apache-2.0

/// How the report looks: on a screen of any width, in the dark, and on paper.
enum StyleSheet {
    static let markup = Markup(
        trusted: """
            <style>
            :root{color-scheme:light dark;--paper:#fff;--ink:#1c2126;--muted:#56606b;--line:#d9dfe5;--soft:#f4f6f8;--accent:#0b5cad;
            --good:#17663a;--bad:#a3242b;--open:#7a4f00;--allowed:#0b5cad14;--tolerance:#0b5cad2e;--heat:#0b5cad}
            @media (prefers-color-scheme:dark){:root{--paper:#15181c;--ink:#e4e8ec;--muted:#9ca7b2;--line:#323a43;--soft:#1d2228;
            --accent:#72b6f7;--good:#71d199;--bad:#ff938b;--open:#e8b84e;--allowed:#72b6f71a;--tolerance:#72b6f740;--heat:#3f7fbd}}
            @media print{:root{--paper:#fff;--ink:#000;--muted:#444;--line:#bbb;--soft:#fff;--accent:#0b5cad;--good:#17663a;
            --bad:#a3242b;--open:#7a4f00;--allowed:#0b5cad14;--tolerance:#0b5cad2e;--heat:#0b5cad}}
            *{box-sizing:border-box}
            html{-webkit-text-size-adjust:100%}
            body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,
            "Noto Sans","Liberation Sans",sans-serif;overflow-wrap:anywhere}
            main,header,footer{max-width:62rem;margin:0 auto;padding:0 1.25rem}
            header{padding-top:3rem}
            h1{font-size:1.9rem;line-height:1.2;font-weight:650;letter-spacing:-.01em;margin:.25rem 0 .75rem}
            h2{font-size:1.35rem;line-height:1.3;font-weight:650;margin:3.5rem 0 1rem;padding-top:1.25rem;border-top:1px solid var(--line)}
            h3{font-size:1.08rem;line-height:1.35;font-weight:650;margin:2.5rem 0 .5rem}
            h4{font-size:.95rem;font-weight:650;margin:1.75rem 0 .5rem}
            p,ul,dl{margin:.5rem 0 1rem;max-width:44rem}
            ul{padding-left:1.2rem} li{margin:.25rem 0}
            a{color:var(--accent)} a:focus-visible,.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
            code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.86em}
            pre{background:var(--soft);border:1px solid var(--line);border-radius:6px;padding:.8rem 1rem;white-space:pre-wrap}
            .over{color:var(--muted);font-size:.9rem;margin:0}
            .answer{font-size:1.2rem;line-height:1.5;max-width:46rem;margin:0 0 1.5rem}
            .muted{color:var(--muted)} .small{font-size:.875rem}
            .tally{display:flex;flex-wrap:wrap;gap:.75rem;list-style:none;padding:0;margin:1rem 0 1.5rem;max-width:none}
            .tally li{margin:0;padding:.6rem .9rem;border:1px solid var(--line);border-radius:8px;background:var(--soft);
            display:flex;align-items:center;gap:.6rem}
            .tally b{font-size:1.35rem;line-height:1;font-variant-numeric:tabular-nums}
            nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0;margin:0;font-size:.95rem;max-width:none}
            .chip{display:inline-flex;align-items:center;gap:.35em;font-weight:600;white-space:nowrap}
            .chip svg{width:1.05em;height:1.05em;flex:none;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;
            stroke-linejoin:round}
            .good{color:var(--good)} .bad{color:var(--bad)} .open{color:var(--open)} .none{color:var(--muted)}
            .scroll{overflow-x:auto;margin:1rem 0 1.5rem}
            table{border-collapse:collapse;width:auto;min-width:min(100%,30rem);font-size:.9rem;line-height:1.45;overflow-wrap:normal}
            caption{text-align:left;color:var(--muted);font-size:.875rem;padding:0 0 .5rem}
            th,td{text-align:left;vertical-align:top;padding:.5rem 1.5rem .5rem 0;border-bottom:1px solid var(--line)}
            thead th{font-weight:600;color:var(--muted);border-bottom-color:var(--muted);white-space:nowrap}
            caption a{white-space:nowrap} tbody th{font-weight:500;min-width:12rem;max-width:24rem;overflow-wrap:anywhere}
            td.number,th.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
            td.words{min-width:10rem;max-width:38rem;overflow-wrap:anywhere}
            .verdicts{width:100%;table-layout:fixed} .verdicts thead th{padding:0 1.5rem .5rem 0} .verdicts thead th:nth-child(2){width:45%} .verdicts td,.verdicts th{padding:1.1rem 1.5rem 1.1rem 0} .verdicts thead th:first-child{width:26%}
            .verdicts td:last-child,.verdicts th:last-child{padding-right:0}
            .verdicts .title{display:block;font-weight:650;font-size:1rem;margin:.1rem 0 .35rem}
            .verdicts p,.listing p{margin:.35rem 0 0} .listing td>p:first-child{margin-top:0}
            .listing{width:100%;table-layout:fixed;margin:1rem 0 1.5rem} .listing .title{display:block;font-weight:650;margin:.1rem 0 .25rem}
            .listing thead th{white-space:normal} .listing thead th:first-child{width:26%} .listing thead th:nth-child(4){width:14%}
            .listing td,.listing th{overflow-wrap:break-word} .listing td:last-child,.listing th:last-child{padding-right:0}
            .access{display:block;color:var(--muted);font-size:.875rem}
            .anchors{color:var(--muted);font-size:.78rem;line-height:1.4;font-weight:400}
            .opinion{margin:0 0 1.25rem;padding:.1rem 0 .1rem 1rem;border-left:3px solid var(--line)} .opinion p{margin:.35rem 0;max-width:46rem}
            .opinion p:first-child{display:flex;flex-wrap:wrap;align-items:center;gap:.1rem .75rem} .id{white-space:nowrap}
            .lead{display:flex;flex-wrap:wrap;align-items:baseline;gap:.1rem .6rem;margin:.25rem 0 .25rem}
            .lead b{font-size:1.6rem;font-weight:650;line-height:1.2;font-variant-numeric:tabular-nums}
            .contest{color:var(--muted);font-size:1.02rem;margin:-.35rem 0 1rem;max-width:46rem}
            .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));gap:1rem;margin:1rem 0 1.5rem} .lead .chip{white-space:normal} .card:first-child{grid-column:1/-1}
            .card{border:1px solid var(--line);border-radius:8px;padding:.9rem 1.1rem;min-width:0} .card h4{margin:0 0 .4rem} .card p{margin:.2rem 0 .6rem}
            .card dl{margin:0} .card dt{color:var(--muted)} .card .small{font-weight:400}
            .formula{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.92em}
            details{margin:1rem 0 1.5rem} summary{cursor:pointer;color:var(--accent);font-size:.9rem;width:fit-content}
            summary:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
            .overview table{width:100%} .overview th,.overview td{padding-top:.3rem;padding-bottom:.3rem} .overview tbody th{max-width:none;width:52%}
            .figures{display:flex;flex-wrap:wrap;gap:1.5rem 2.5rem;align-items:flex-start}
            figure{margin:1rem 0;flex:1 1 20rem;max-width:30rem;min-width:0} figcaption{font-size:.875rem;color:var(--muted);margin:0 0 .5rem}
            dt{font-weight:600;margin-top:.6rem} dd{margin:.1rem 0 0}
            .pairs{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1.25rem} .pairs dt,.pairs dd{margin:0} .pairs dt{color:var(--muted)}
            .chart{display:block;width:100%;height:auto;overflow:visible;font-family:inherit}
            .chart text{font-size:11px;fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:2.5px;stroke-opacity:.8;stroke-linejoin:round}
            .chart .heat~text{stroke:none} .chart .tick{fill:var(--muted);font-size:10.5px}
            .chart .strong{font-weight:650} .chart .bound-label{font-weight:650;fill:var(--ink)}
            .chart .axis{stroke:var(--muted)} .chart .grid{stroke:var(--line);stroke-width:.75} .chart .neutral{stroke:var(--muted);stroke-dasharray:2 3}
            .chart .allowed{fill:var(--allowed)} .chart .tolerance{fill:var(--tolerance)} .chart .bound{stroke:var(--ink);stroke-width:2}
            .chart .interval{stroke:var(--accent);stroke-width:1.75} .chart .limits{stroke:var(--accent);stroke-width:5;stroke-linecap:butt}
            .chart .faint{opacity:.55} .chart .dot{fill:var(--accent);stroke:var(--paper);stroke-width:1.5} .chart .arrow{fill:var(--accent)}
            .chart .level{fill:var(--paper);stroke:var(--muted);stroke-width:1.75} .chart .heat{fill:var(--heat)}
            .chart .line{fill:none;stroke:var(--accent);stroke-width:2;stroke-linejoin:round} .chart .mark{fill:var(--paper);stroke:var(--accent);stroke-width:1.5}
            .chart .line-2{stroke:var(--ink);stroke-dasharray:7 4} .chart .mark-2{stroke:var(--ink)}
            .chart .line-3{stroke:var(--muted);stroke-dasharray:2 3} .chart .mark-3{stroke:var(--muted)}
            .chart .line-4{stroke:var(--accent);stroke-dasharray:10 3 2 3} .chart .mark-4{fill:var(--accent)}
            .chart .line-5{stroke:var(--ink);stroke-width:1.25} .chart .mark-5{stroke:var(--ink);fill:var(--ink)}
            .chart .line-6{stroke:var(--muted);stroke-dasharray:5 2} .chart .mark-6{stroke:var(--muted);fill:var(--muted)}
            .chart .leading{stroke-width:3} .chart .stem{stroke:var(--line)} .chart .first{stroke:var(--accent);stroke-width:2}
            footer{margin-top:4rem;padding:1.5rem 1.25rem 3rem;border-top:1px solid var(--line);color:var(--muted);font-size:.875rem}
            @media (max-width:46rem){.pairs{display:block} .pairs dt{margin-top:.5rem} header{padding-top:1.75rem} h1{font-size:1.5rem} .answer{font-size:1.08rem}
            .verdicts,.verdicts tbody,.verdicts tr,.verdicts td,.verdicts th,.listing,.listing tbody,.listing tr,.listing td,.listing th{display:block;width:auto!important;
            max-width:none;border:0;padding:0} .verdicts thead,.listing thead{display:none} .verdicts tr,.listing tr{padding:1.1rem 0;border-bottom:1px solid var(--line)}
            .verdicts td{padding-top:.75rem} .listing td{padding-top:.4rem} .access{display:inline}
            .listing td:nth-child(4)::before{content:"Access needed: ";color:var(--muted);font-size:.875rem} .verdicts caption,.listing caption{display:block}}
            @media print{body{font-size:10pt} main,header,footer{max-width:none;padding-left:0;padding-right:0} nav{display:none}
            h2{margin-top:1.5rem} h2,h3,h4,caption,.lead{break-after:avoid} tr,figure,.lead,pre{break-inside:avoid} .scroll{overflow:visible}
            details::details-content{content-visibility:visible;block-size:auto} .cards{grid-template-columns:1fr 1fr} .card{break-inside:avoid}
            .figures{display:grid;grid-template-columns:1fr 1fr;gap:.5rem 2rem} figure{max-width:26rem} a{color:inherit;text-decoration:none} thead{display:table-header-group}
            .chart,.chip{-webkit-print-color-adjust:exact;print-color-adjust:exact}
            @page{margin:16mm 15mm;@bottom-right{content:counter(page);font:8pt sans-serif;color:#444}}}
            </style>
            """
    )
}
