package dev.slipway.lab.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lab.Page;
import dev.slipway.lab.PageBlock;
import dev.slipway.lab.PageBlock.Box.Kind;
import dev.slipway.lab.Picture;
import dev.slipway.lab.TaskId;
import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRendererTest {
    private final PageRenderer renderer = new PageRenderer();

    @Test
    void splitsPageIntoBlocksInReadingOrder() {
        var blocks = render("""
                # Title
                Text with `${WORD}`.

                ```bash {run=node1 copy}
                echo ${WORD}
                echo "::: $${HOME}"
                ```

                :::task{id=first}

                :::note
                Inside, with

                ```
                :::
                ```
                :::task{id=second}
                after.
                :::

                The end.
                """);

        assertThat(blocks)
                .containsExactly(
                        new PageBlock.Prose("<h1>Title</h1>\n<p>Text with <code>bakolu</code>.</p>\n"),
                        new PageBlock.Code(
                                "bash", "echo bakolu\necho \"::: ${HOME}\"", Optional.of(new NodeName("node1")), true),
                        new PageBlock.TaskSlot(new TaskId("first")),
                        new PageBlock.Box(
                                Kind.NOTE,
                                List.of(
                                        new PageBlock.Prose("<p>Inside, with</p>\n"),
                                        new PageBlock.Code("", ":::", Optional.empty(), false),
                                        new PageBlock.TaskSlot(new TaskId("second")),
                                        new PageBlock.Prose("<p>after.</p>\n"))),
                        new PageBlock.Prose("<p>The end.</p>\n"));
    }

    @Test
    void linkToAPortIsAButtonThatNamesIt() {
        assertThat(html("See [the `app` & \"now\"](port:node1:8080)."))
                .isEqualTo("<p>See <button type=\"button\" data-node=\"node1\" data-port=\"8080\">"
                        + "the app &amp; &quot;now&quot;</button>.</p>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"port:node1:x", "port:Node:80", "port:a\" onclick=\"b:80", "port::80", "port:node1:808080"})
    void oddLinkToAPortIsNoButton(String address) {
        assertThat(html("[x](<" + address + ">) <button data-port=\"1\">y</button>"))
                .doesNotContain("<button");
    }

    @Test
    void aTaskAfterAListIsABlockOfItsOwn() {
        var blocks = render("""
                1. First this.
                2. Then that.

                :::task{id=first}
                """);

        assertThat(blocks.getLast()).isEqualTo(new PageBlock.TaskSlot(new TaskId("first")));
    }

    @Test
    void rendersTablesListsAndLinks() {
        var html = html("""
                | a | b |
                |---|--:|
                | 1 | 2 |

                - [out](https://example.org/x) and [page](20-next.md)
                """);

        assertThat(html)
                .contains("<table>", "<th>a</th>", "<td align=\"right\">2</td>", "<li>")
                .contains("href=\"https://example.org/x\"", "target=\"_blank\"", "noopener", "noreferrer", "nofollow")
                .contains("href=\"#20-next\"");
    }

    @Test
    void showsOnlyPicturesOfTheLab() {
        var page = new Page(
                "p",
                "P",
                "![a \"drawing\"](ports.svg) ![elsewhere](https://example.org/spy.png)",
                Map.of("ports.svg", new Picture.Drawing("<svg><path d=\"M0 0\"></path></svg>")));

        var html = ((PageBlock.Prose) renderer.render(page, Map.of()).getFirst()).html();

        assertThat(html)
                .contains("aria-label=\"a &quot;drawing&quot;\"", "<svg><path d=\"M0 0\"></path></svg>", "elsewhere")
                .doesNotContain("example.org", "<img");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:msgbox)",
                "![x](javascript:alert(1))",
                "<iframe src=https://example.org></iframe>",
                "<object data=x></object><embed src=x>",
                "<form action=https://example.org><input name=password></form>",
                "<style>*{display:none}</style>",
                "<p style=\"position:fixed\" onclick=alert(1)>x</p>",
                "<base href=https://example.org>",
                "<meta http-equiv=refresh content=\"0;url=https://example.org\">",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<details open ontoggle=alert(1)>x</details>",
                "`</code><script>alert(1)</script>`",
                "<x-element onfocus=alert(1) autofocus tabindex=1>",
                "[x](https://example.org \"\\\" onmouseover=alert(1) \\\"\")",
                "[x]: javascript:alert(1)\n\n[x]",
                "<javascript:alert(1)>",
                "| <img src=x onerror=alert(1)> |\n|---|\n| <script>1</script> |",
                ":::note\n<script>alert(1)</script>\n:::"
            })
    void noScriptOfAnAuthorSurvives(String markdown) {
        for (var html : List.of(html(markdown), renderer.renderInline(markdown, Map.of()))) {
            // Text that remains is harmless; markup that remains must not be able to run or load anything.
            var markup = html.replaceAll(">[^<]*<", "><").toLowerCase(Locale.ROOT);
            assertThat(markup)
                    .doesNotContain(
                            "<script", "<svg", "<img", "<iframe", "<object", "<embed", "<form", "<input", "<style")
                    .doesNotContain("<base", "<meta", "<math", "javascript:", "vbscript:", "data:", "style=", "<x-")
                    .doesNotContainPattern("<[^>]*\\son[a-z]+\\s*=");
        }
    }

    @Test
    void variableCannotBringMarkupThatDoesAnything() {
        var html = renderer.renderInline("Say ${WORD}", Map.of("WORD", "<img src=x onerror=alert(1)>"));

        assertThat(html).doesNotContain("<img");
    }

    private List<PageBlock> render(String markdown) {
        return renderer.render(new Page("p", "P", markdown), Map.of("WORD", "bakolu"));
    }

    private String html(String markdown) {
        return String.join(
                "", render(markdown).stream().map(PageRendererTest::html).toList());
    }

    private static String html(PageBlock block) {
        return switch (block) {
            case PageBlock.Prose(var html) -> html;
            case PageBlock.Box(var _, var content) ->
                String.join("", content.stream().map(PageRendererTest::html).toList());
            case PageBlock.Code _, PageBlock.TaskSlot _, PageBlock.QuestionSlot _ -> "";
        };
    }
}
