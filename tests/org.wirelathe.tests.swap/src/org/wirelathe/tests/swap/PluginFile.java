package org.wirelathe.tests.swap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.wirelathe.tests.swap.plugin.Portion;

/** Builds the jar of a congestion plug-in: what somebody would get from a build of their own. */
final class PluginFile {
    private static final String COMPONENT = "OSGI-INF/algorithm.xml";

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final StringJoiner properties = new StringJoiner("");
    private String reference = "";

    /** A plug-in with one component of class {@link Portion}. */
    PluginFile(String symbolicName, String version, String algorithm, int segments) {
        header("Bundle-ManifestVersion", "2").header("Bundle-SymbolicName", symbolicName)
                .header("Bundle-Version", version)
                .header("Import-Package", "org.wirelathe.api.congestion;version=\"[1.0,2)\"")
                .header("Service-Component", COMPONENT);
        property("algorithm", "String", algorithm);
        property("segments", "Integer", Integer.toString(segments));
        withClass(Portion.class).withClass("org/wirelathe/tests/swap/plugin/Portion$Controller.class");
    }

    /** Sets a header of the manifest; {@code null} takes it out. */
    PluginFile header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    PluginFile property(String name, String type, String value) {
        properties.add("  <property name=\"" + name + "\" type=\"" + type + "\" value=\"" + value + "\"/>\n");
        return this;
    }

    /** The component needs a service that nobody offers. */
    PluginFile waitsFor(String service) {
        reference = "  <reference name=\"missing\" interface=\"" + service + "\"/>\n";
        return this;
    }

    PluginFile withClass(Class<?> type) {
        return withClass(type.getName().replace('.', '/') + ".class");
    }

    private PluginFile withClass(String path) {
        try (InputStream in = PluginFile.class.getClassLoader().getResourceAsStream(path)) {
            return entry(path, in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Puts bytes in the place of an entry. */
    PluginFile entry(String path, byte[] content) {
        entries.put(path, content);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            write(zip, "META-INF/MANIFEST.MF", manifest());
            if (headers.get("Service-Component") != null) {
                write(zip, COMPONENT, component().getBytes(StandardCharsets.UTF_8));
            }
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                write(zip, entry.getKey(), entry.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private byte[] manifest() {
        StringBuilder text = new StringBuilder("Manifest-Version: 1.0\r\n");
        headers.forEach((name, value) -> {
            if (value != null) {
                text.append(name).append(": ").append(value).append("\r\n");
            }
        });
        return text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private String component() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s" activate="activate">
                %s  <service>
                    <provide interface="org.wirelathe.api.congestion.CongestionAlgorithm"/>
                  </service>
                %s  <implementation class="%s"/>
                </scr:component>
                """.formatted(headers.get("Bundle-SymbolicName"), properties, reference, Portion.class.getName());
    }

    private static void write(ZipOutputStream zip, String path, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
