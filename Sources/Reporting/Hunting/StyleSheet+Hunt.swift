// SPDX-License-Identifier: Apache-2.0

extension StyleSheet {
    /// What the page of a hunt has beyond a report.
    static let hunt = Markup(
        trusted: """
            <style>
            .story p{font-size:1.12rem;line-height:1.6;max-width:44rem;margin:0 0 1rem} .story p:first-child{font-size:1.25rem;line-height:1.5}
            figure.wide{max-width:44rem;margin:1.25rem 0 1.75rem} figure.wide .chart{max-width:44rem!important}
            .chart .item{fill:none;stroke:var(--muted);stroke-width:1.25} .chart .item.marked{fill:var(--accent);stroke:var(--accent)}
            .chart .topic{font-size:10.5px;stroke:none} .chart .topic.marked{fill:var(--paper);font-weight:700}
            .chart .edge{stroke:var(--ink);stroke-width:2} .chart .level{stroke-width:1.5}
            .key{display:inline-flex;align-items:center;gap:.4em;margin-right:1.25em;white-space:nowrap} .key svg{width:1em;height:1em;flex:none;overflow:visible}
            .key .chart{display:inline} .key .item{fill:none;stroke:var(--muted);stroke-width:1.25} .key .marked{fill:var(--accent);stroke:var(--accent)}
            .key .dot{fill:var(--accent)} .key .level{fill:var(--paper);stroke:var(--muted);stroke-width:1.75} .key .edge{stroke:var(--ink);stroke-width:2}
            .persona{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.4rem .6rem} .persona li{border:1px solid var(--line);border-radius:1em;
            padding:.1em .8em;margin:0;font-size:.95rem;background:var(--soft)}
            .trace tbody th{min-width:2rem;width:2.5rem}
            @media (max-width:46rem){.story p{font-size:1.05rem} .story p:first-child{font-size:1.12rem} .key{white-space:normal}}
            @media print{figure.wide{max-width:none;break-inside:avoid}}
            </style>
            """
    )
}
