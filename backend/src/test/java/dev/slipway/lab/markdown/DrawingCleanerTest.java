package dev.slipway.lab.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingCleanerTest {

    @Test
    void keepsShapesTextAndReferencesWithin() {
        var cleaned = DrawingCleaner.clean("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><marker id="tip"/></defs>
                <path d="M0 0 H9" stroke="currentColor" marker-end="url(#tip)"/><text x="1">a &lt; b</text></svg>
                """).orElseThrow();

        assertThat(cleaned.dropped()).isEmpty();
        assertThat(cleaned.svg()).contains("stroke=\"currentColor\"", "a &lt; b", "viewBox=\"0 0 9 9\"");
        assertThat(cleaned.svg())
                .containsPattern("marker id=\"(d[0-9a-f]+-tip)\".*")
                .containsPattern("url\\(#d[0-9a-f]+-tip\\)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<foreignObject><body onload='alert(1)'/></foreignObject>",
                "<a href='javascript:alert(1)'><text>x</text></a>",
                "<use href='https://example.org/x.svg#a'/>",
                "<image href='https://example.org/spy.png'/>",
                "<path d='M0 0' onclick='alert(1)'/>",
                "<path d='M0 0' style='fill:url(https://example.org)'/>",
                "<path d='M0 0' fill='url(https://example.org)'/>",
                "<style>@import 'https://example.org'</style>",
                "<animate attributeName='href' values='javascript:alert(1)'/>",
                "<set attributeName='onmouseover' to='alert(1)'/>",
            })
    void dropsWhatCouldDoSomething(String part) {
        var cleaned = DrawingCleaner.clean("<svg xmlns='http://www.w3.org/2000/svg'>" + part + "</svg>")
                .orElseThrow();

        assertThat(cleaned.dropped()).isNotEmpty();
        assertThat(cleaned.svg())
                .doesNotContain("alert", "example.org", "<script", "href", "style", "onclick", "<animate", "<set");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not xml",
                "<html/>",
                "<svg>",
                "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>",
            })
    void refusesWhatIsNotADrawing(String text) {
        assertThat(DrawingCleaner.clean(text).filter(cleaned -> !cleaned.svg().contains("></svg>")))
                .isEmpty();
    }
}
