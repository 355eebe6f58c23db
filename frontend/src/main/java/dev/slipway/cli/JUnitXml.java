package dev.slipway.cli;

import dev.slipway.lab.LabId;
import dev.slipway.proof.ProofResult;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes proof results as a JUnit XML report for continuous integration: a suite for each lab, a case for each run. */
final class JUnitXml {
    private JUnitXml() {}

    static String of(List<ProofResult> results) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            for (var suite : byLab(results).entrySet()) {
                writeSuite(xml, suite.getKey(), suite.getValue());
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("writing to memory failed", impossible);
        }
        return text.toString();
    }

    private static Map<LabId, List<ProofResult>> byLab(List<ProofResult> results) {
        return results.stream()
                .collect(Collectors.groupingBy(ProofResult::lab, LinkedHashMap::new, Collectors.toList()));
    }

    private static void writeSuite(XMLStreamWriter xml, LabId lab, List<ProofResult> results)
            throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", lab.value());
        xml.writeAttribute("tests", String.valueOf(results.size()));
        xml.writeAttribute(
                "failures",
                String.valueOf(
                        results.stream().filter(result -> !result.holds()).count()));
        xml.writeAttribute(
                "time",
                seconds(results.stream()
                        .mapToLong(result -> result.took().toMillis())
                        .sum()));
        for (var result : results) {
            writeCase(xml, result);
        }
        xml.writeEndElement();
    }

    private static void writeCase(XMLStreamWriter xml, ProofResult result) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", result.lab().value());
        xml.writeAttribute("name", result.proof().name());
        xml.writeAttribute("time", seconds(result.took().toMillis()));
        if (!result.holds()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", String.join("; ", result.mismatches()));
            xml.writeCharacters(legal(ProofReport.details(result)));
            xml.writeEndElement();
        }
        var messages = ProofReport.messages(result);
        if (!messages.isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(legal(String.join("\n", messages)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String seconds(long millis) {
        return String.valueOf(millis / 1000.0);
    }

    /** Returns the text without the characters that XML 1.0 does not permit. */
    private static String legal(String text) {
        return text.codePoints()
                .filter(character -> character >= ' ' || character == '\n' || character == '\t')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
