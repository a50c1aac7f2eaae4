package org.wirelathe.releng.floors;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A feature and the bundles it carries.
 *
 * @param file the feature.xml, relative to the root of the source tree
 */
record Feature(String name, Path file, List<String> plugins) {

  static Feature read(Path root, Path folder) throws IOException {
    Path file = folder.resolve("feature.xml");
    return of(root.relativize(file), Files.readString(file));
  }

  static Feature of(Path file, String xml) throws IOException {
    try {
      Element feature = DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)))
          .getDocumentElement();
      var plugins = new ArrayList<String>();
      var elements = feature.getElementsByTagName("plugin");
      for (int i = 0; i < elements.getLength(); i++) {
        plugins.add(((Element) elements.item(i)).getAttribute("id"));
      }
      return new Feature(feature.getAttribute("id"), file, plugins);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }
}
