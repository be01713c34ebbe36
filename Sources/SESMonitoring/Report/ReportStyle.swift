/// The stylesheets of pages and charts.
///
/// Every colour of a text has a contrast of at least 4.5 to 1 with what is behind it, in the light and the dark.
enum ReportStyle {
    static let palette: StaticString = """
        :root{color-scheme:light dark;--paper:#faf9f6;--card:#fff;--ink:#1d2026;--muted:#5b616d;--rule:#e5e2da;\
        --track:#efede7;--accent:#3559a6;--wash:#3559a61f;--column:#c9c6bc;--bad:#b3402a;--fine:#2a6b47;\
        --warning:#855700;--alert:#ad3d0c;--critical:#a8123a}
        @media(prefers-color-scheme:dark){:root{--paper:#14161a;--card:#1b1e24;--ink:#e9e6e0;--muted:#a4a9b4;\
        --rule:#2e323b;--track:#272b33;--accent:#93b1fb;--wash:#93b1fb26;--column:#4a4f5b;--bad:#ff9d86;--fine:#80cea0;\
        --warning:#e6b54b;--alert:#ff9f61;--critical:#ff90a6}}

        """

    static let charts: StaticString = """
        .chart{display:block;font:13px/1.3 system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;\
        font-variant-numeric:tabular-nums}
        .chart text{fill:var(--ink)}
        .chart .ground{fill:var(--paper)}
        .chart .heading{font-size:17px;font-weight:600}
        .chart .tick{fill:var(--muted);font-size:11px}
        .chart .number{fill:var(--muted)}
        .chart .rule,.interval .rule{stroke:var(--rule)}
        .chart .track{fill:var(--track)}
        .chart .bar{fill:var(--accent)}
        .chart .bad{fill:var(--bad)}
        .column{fill:var(--column)}
        .chart .area{fill:var(--wash)}
        .chart .curve{fill:none;stroke:var(--accent);stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
        .chart .dot,.chart .beyond{fill:var(--accent)}
        .chart .limit line{stroke:currentColor;stroke-dasharray:5 4}
        .chart .limit text{fill:currentColor;font-size:11px;font-weight:600}
        .chart .limit .halo,.chart .tick.halo{fill:var(--ground,var(--card));stroke:var(--ground,var(--card));\
        stroke-width:5px;stroke-linejoin:round}
        .chart .meaning{font-size:12px}
        .chart .meaning tspan{fill:currentColor}
        .chart .ground~svg{--ground:var(--paper)}
        .chart .mark line{stroke:currentColor;stroke-dasharray:1 3;stroke-width:1.5}
        .chart .mark path{fill:currentColor;stroke:currentColor;stroke-width:1.5;stroke-linejoin:round}
        .chart .mark.off path{fill:var(--ground,var(--card))}
        .warning{color:var(--warning)}.alert{color:var(--alert)}.critical{color:var(--critical)}
        .fine{color:var(--fine)}.quiet{color:var(--muted)}

        """

    static let page: StaticString = """
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,\
        Helvetica,Arial,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
        header,main,footer{max-width:1120px;margin:0 auto;padding:0 clamp(16px,4vw,40px)}
        header{padding-top:clamp(28px,6vw,64px)}
        h1,h2{font-family:ui-serif,"Iowan Old Style",Charter,"Palatino Linotype",Palatino,Georgia,"Liberation Serif",serif;\
        font-weight:600;letter-spacing:-.01em;line-height:1.15;margin:0;text-wrap:balance}
        h1{font-size:clamp(30px,5vw,46px)}
        h2{font-size:clamp(22px,3vw,28px)}
        h3{font-size:14px;font-weight:600;margin:0;line-height:1.4}
        p{margin:0}
        .eyebrow,.when,.note,.none,footer,.sub{color:var(--muted)}
        .eyebrow{font-size:13px;letter-spacing:.06em;text-transform:uppercase;margin-bottom:10px}
        .when{margin-top:12px}
        .lead{margin-top:18px;font-size:clamp(18px,2.4vw,22px);line-height:1.4;max-width:42em;text-wrap:pretty}
        section{margin-top:clamp(40px,6vw,64px)}
        .head{display:flex;flex-wrap:wrap;align-items:baseline;gap:6px 14px;margin-bottom:18px}
        .status{display:inline-flex;align-items:center;gap:6px;font-size:14px;font-weight:600;white-space:nowrap}
        .status svg{flex:none}
        .status path{fill:currentColor}
        .note,.none{font-size:14px}
        .card{background:var(--card);border:1px solid var(--rule);border-radius:12px;padding:18px 20px;min-width:0}
        .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,320px),1fr));gap:16px;margin-top:16px}
        .wide{grid-column:1/-1}
        .card h3{margin-bottom:12px}
        .value{float:right;font-weight:600}
        figure{margin:0}
        .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(118px,1fr));gap:18px 16px;margin:0}
        .figures div{min-width:0}
        .figures dt{font-size:13px;color:var(--muted)}
        .figures dd{margin:0;font-size:24px;font-weight:600;line-height:1.3;letter-spacing:-.01em}
        .figures .sub{font-size:13px;font-weight:400;letter-spacing:0;display:block}
        table{border-collapse:collapse;width:100%;font-size:15px}
        caption{text-align:left;font-weight:600;font-size:14px;padding-bottom:8px}
        th,td{text-align:left;padding:11px 12px 11px 0;border-bottom:1px solid var(--rule);vertical-align:middle;\
        font-weight:400}
        tbody tr:last-child>*{border-bottom:0}
        tbody th{font-weight:600}
        thead th{font-size:13px;color:var(--muted);padding-top:0}
        th:last-child,td:last-child{padding-right:0}
        .n{text-align:right;white-space:nowrap}
        table .sub{display:block;font-size:13px}
        .over{font-weight:600}
        .spark{display:block;max-width:100%}
        a{color:inherit;text-decoration-color:var(--column);text-underline-offset:3px}
        a:hover{text-decoration-color:currentColor}
        a:focus-visible,summary:focus-visible{outline:2px solid var(--accent);outline-offset:3px;border-radius:3px}
        .links{list-style:none;margin:0;padding:0}
        .links li{padding:9px 0;border-bottom:1px solid var(--rule)}
        .links li:last-child{border-bottom:0;padding-bottom:0}
        .links .line{display:flex;justify-content:space-between;gap:16px;font-size:14px}
        .links .line span:last-child{color:var(--muted);white-space:nowrap}
        .links svg{display:block;margin-top:7px}
        .links .track{fill:var(--track)}.links .bar{fill:var(--accent)}
        .interval{display:block;min-width:120px;color:var(--muted)}
        .interval .zero{stroke:var(--muted)}
        .interval .span{stroke:currentColor;stroke-width:3;stroke-linecap:round}
        .interval circle{fill:currentColor}
        .interval.fine{color:var(--fine)}.interval.bad{color:var(--bad)}
        .verdict{font-weight:600}.verdict.bad{color:var(--bad)}.verdict.undecided{color:var(--muted);font-weight:400}
        details{margin-top:16px}
        summary{cursor:pointer;font-size:14px;color:var(--muted)}
        details[open] summary{margin-bottom:12px}
        .scroll{overflow-x:auto;overflow-wrap:normal}
        .scroll table{font-size:13px;min-width:600px}
        .scroll td,.scroll th{padding-top:6px;padding-bottom:6px}
        .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        footer{margin-top:clamp(40px,6vw,64px);padding-bottom:48px;font-size:14px}
        footer p{max-width:62em;border-top:1px solid var(--rule);padding-top:18px}
        footer p+p{border-top:0;padding-top:8px}
        @media(min-width:961px){.n+.t,.n+.full{padding-left:14px}.stack table{overflow-wrap:break-word}\
        .stack bdi,.stack caption{overflow-wrap:anywhere}.stack tbody th{min-width:7.5em}}
        @media(max-width:960px){
        .stack .gap{display:none}
        .stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .stack table,.stack tbody,.stack caption{display:block}
        .stack tr{display:grid;grid-template-columns:repeat(auto-fill,minmax(84px,1fr));\
        grid-auto-flow:dense;gap:4px 14px;padding:14px 0;border-bottom:1px solid var(--rule)}
        .stack tbody tr:first-child{padding-top:0}
        .stack tbody tr:last-child{border-bottom:0;padding-bottom:0}
        .stack tr>*{white-space:normal;border:0;padding:2px 0;display:block;text-align:left;min-width:0}
        .stack th,.stack .full{grid-column:1/-1}
        .stack td[data-label]::before{content:attr(data-label);display:block;font-size:12px;color:var(--muted);\
        font-weight:400}
        }
        @media(max-width:700px){
        .figures{grid-template-columns:repeat(auto-fit,minmax(92px,1fr))}
        .figures dd{font-size:20px}
        .card{padding:16px}
        }
        @media print{
        :root{--paper:#fff;--card:#fff;--ink:#000;--muted:#444;--rule:#ccc;--track:#eee;--accent:#3559a6;--wash:#3559a61f;\
        --column:#bbb;--bad:#b3402a;--fine:#2a6b47;--warning:#855700;--alert:#ad3d0c;--critical:#a8123a}
        body{font-size:11pt}
        header{padding-top:0}
        svg,.status{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        .card,figure,tr,li{break-inside:avoid}
        h2,h3,.head{break-after:avoid}
        details{display:none}
        section{margin-top:28pt}
        }

        """
}
