package org.wirelathe.lab.internal.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wirelathe.lab.JournalEntry;
import org.wirelathe.lab.RunResult;
import org.wirelathe.lab.Series;
import org.wirelathe.lab.internal.record.Seconds;

/** The page: verdict, flows, curves and everything else that came of a run, in one file that needs no other. */
public final class Report {
    private static final String NOTHING_FROM_OUTSIDE =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

    private final Markup page = new Markup();
    private final RunResult result;
    private final List<String> arguments;

    private Report(RunResult result, List<String> arguments) {
        this.result = result;
        this.arguments = arguments;
    }

    /**
     * The page as text, to be stored in UTF-8.
     *
     * @param arguments what the command line set
     * @param journal events in order of time
     * @param files what lies beside the page
     */
    public static String of(RunResult result, List<String> arguments, Series series, List<JournalEntry> journal,
            List<ResultFile> files) throws IOException {
        Report report = new Report(result, arguments);
        report.head();
        report.body(series, journal, files);
        return report.page.toString();
    }

    private void head() throws IOException {
        page.tags("""
                <!DOCTYPE html>
                <html xmlns="http://www.w3.org/1999/xhtml" lang="en">
                <head>
                <meta charset="UTF-8"/>
                <meta http-equiv="Content-Security-Policy" content="\
                """).text(NOTHING_FROM_OUTSIDE).tags("""
                "/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="generator" content="Wirelathe"/>
                <link rel="icon" href="data:,"/>
                <title>""").text(title()).tags(" – Wirelathe</title>\n<style>\n").tags(resource("report.css"))
                .tags("</style>\n</head>\n");
    }

    private void body(Series series, List<JournalEntry> journal, List<ResultFile> files) throws IOException {
        DrawnFlows drawn = new DrawnFlows(result.flows(), series);
        Tables tables = new Tables(page);
        page.tags("<body>\n");
        banner();
        page.tags("<main>\n");
        tables.flows(result.flows(), drawn);
        new Charts(series, drawn).append(page, result.virtualTime(), journal);
        tables.journal(journal);
        tables.apps(result.apps());
        tables.transfers(result.transfers());
        tables.drops(result.drops());
        tables.cables(result.cables());
        tables.interfaces(result.interfaces());
        tables.files(files);
        page.tags("</main>\n");
        footer();
        page.tags("<script>\n").tags(resource("report.js")).tags("</script>\n</body>\n</html>\n");
    }

    private String title() {
        return result.lab().isBlank() ? "Lab without a name" : result.lab();
    }

    private void banner() {
        boolean ok = result.ok();
        page.tags("<header>\n<h1>").text(title()).tags("</h1>\n<p class=\"verdict ").tags(ok ? "good" : "bad")
                .tags("\"><strong>").tags(ok ? "✓ ok" : "✗ failed").tags("</strong> ").text(Verdict.of(result))
                .tags("</p>\n<dl>");
        fact("Seed", Long.toString(result.seed()));
        fact("Virtual time", Seconds.text(result.virtualTime()) + " s");
        fact("Wall time", Quantity.TIME.text(result.cost().wallTime()));
        fact("Frames", Long.toString(result.frames()));
        fact("Data packets", Long.toString(result.dataPackets()));
        page.tags("<div class=\"digest\"><dt>Digest</dt><dd><code>").text(result.digest())
                .tags("</code></dd></div></dl>\n</header>\n");
    }

    private void fact(String name, String value) {
        page.tags("<div><dt>").tags(name).tags("</dt><dd>").text(value).tags("</dd></div>");
    }

    private void footer() {
        String lab = result.source().isEmpty() ? "LAB" : ShellWord.of(result.source());
        page.tags("<footer>\n<p>The same frames at the same times, on any machine: <code>./wirelathe run ").text(lab)
                .tags(" --seed ").number(result.seed());
        arguments.forEach(word -> page.tags(" ").text(word.startsWith("--") ? word : ShellWord.of(word)));
        page.tags("</code> has the same digest, with these"
                + " versions:</p>\n<p>");
        Map<String, StringBuilder> bundles = new TreeMap<>();
        result.versions().forEach((bundle, version) -> {
            StringBuilder names = bundles.computeIfAbsent(version, any -> new StringBuilder());
            names.append(names.isEmpty() ? "" : ", ").append(bundle);
        });
        bundles.forEach((version, names) -> page.text(names.toString()).tags(" <b>").text(version).tags("</b><br/>"));
        page.tags("</p>\n</footer>\n");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Report.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
