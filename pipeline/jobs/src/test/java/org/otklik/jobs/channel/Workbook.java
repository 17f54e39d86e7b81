package org.otklik.jobs.channel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The smallest XLSX there is, for tests: strings are written in their cells, a {@code Double} is a
 * date, other numbers are numbers, null is no cell.
 */
final class Workbook {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";

  private final List<String> sheets = new ArrayList<>();

  Workbook sheet(Object[]... rows) {
    StringBuilder xml = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
    for (int r = 0; r < rows.length; r++) {
      xml.append("<row r=\"").append(r + 1).append("\">");
      for (int c = 0; c < rows[r].length; c++) {
        String at = "r=\"" + (char) ('A' + c) + (r + 1) + "\"";
        Object value = rows[r][c];
        if (value instanceof Double date) {
          xml.append("<c ").append(at).append(" s=\"1\"><v>").append(date).append("</v></c>");
        } else if (value instanceof Number number) {
          xml.append("<c ").append(at).append("><v>").append(number).append("</v></c>");
        } else if (value != null) {
          xml.append("<c ").append(at).append(" t=\"inlineStr\"><is><t>");
          xml.append(value).append("</t></is></c>");
        }
      }
      xml.append("</row>");
    }
    sheets.add(xml.append("</sheetData></worksheet>").toString());
    return this;
  }

  byte[] toBytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      StringBuilder types = new StringBuilder();
      StringBuilder names = new StringBuilder();
      StringBuilder targets = new StringBuilder();
      for (int i = 1; i <= sheets.size(); i++) {
        String part = "worksheets/sheet" + i + ".xml";
        entry(zip, "xl/" + part, sheets.get(i - 1));
        types.append(type("/xl/" + part, "worksheet"));
        names.append("<sheet name=\"Лист").append(i).append("\" sheetId=\"").append(i);
        names.append("\" r:id=\"r").append(i).append("\"/>");
        targets.append(relation("r" + i, "worksheet", part));
      }
      entry(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\""
              + MAIN
              + "\" xmlns:r=\""
              + RELATIONS
              + "\"><sheets>"
              + names
              + "</sheets></workbook>");
      entry(
          zip,
          "xl/styles.xml",
          "<styleSheet xmlns=\""
              + MAIN
              + "\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/>"
              + "<xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
      entry(
          zip,
          "xl/_rels/workbook.xml.rels",
          relations(targets + relation("styles", "styles", "styles.xml")));
      entry(zip, "_rels/.rels", relations(relation("r1", "officeDocument", "xl/workbook.xml")));
      entry(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\""
              + PACKAGE
              + "/content-types\">"
              + type("/xl/workbook.xml", "sheet.main")
              + type("/xl/styles.xml", "styles")
              + types
              + "</Types>");
    }
    return out.toByteArray();
  }

  private static String type(String part, String kind) {
    return "<Override PartName=\""
        + part
        + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml."
        + kind
        + "+xml\"/>";
  }

  private static String relation(String id, String kind, String target) {
    return "<Relationship Id=\""
        + id
        + "\" Type=\""
        + RELATIONS
        + "/"
        + kind
        + "\" Target=\""
        + target
        + "\"/>";
  }

  private static String relations(String content) {
    return "<Relationships xmlns=\"" + PACKAGE + "/relationships\">" + content + "</Relationships>";
  }

  private static void entry(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
