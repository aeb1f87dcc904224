package org.ontodraft.app.ui.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.graph.Frame;
import org.ontodraft.model.graph.GraphHull;
import org.ontodraft.model.graph.GraphLink;
import org.ontodraft.model.graph.GraphNode;
import org.ontodraft.model.graph.LinkKind;
import org.ontodraft.model.graph.NodeSize;
import org.ontodraft.model.graph.OntologyGraph;
import org.ontodraft.model.graph.Spot;

/**
 * Writes a picture as SVG that stands alone: real text, a title for every node and link, a legend,
 * and colours for paper. Any thread.
 */
final class GraphSvg {
  private static final double GRID = 16;
  private static final double LINE = 22;
  private static final String INK = "#1f2328";
  private static final String MUTED = "#57606a";
  private static final String MINE = "#0969da";
  private static final String MINE_FILL = "#e6f3ff";
  private static final String ALARM = "#cf222e";
  private static final List<String> MODULES = List.of("#0f766e", "#4d6b0f", "#475569");

  private final GraphTexts texts;
  private final StringBuilder out = new StringBuilder();

  GraphSvg(GraphTexts texts) {
    this.texts = texts;
  }

  /** The whole file. */
  String write(String title, GraphPicture picture) {
    Frame all = picture.bounds();
    OntologyGraph graph = picture.graph();
    List<LinkKind> kinds = graph.links().stream().map(GraphLink::kind).distinct().sorted().toList();
    double height = all.height() + (kinds.size() + 3) * LINE;
    out.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%s %s\" width=\"%s\" height=\"%s\""
            .formatted(
                LinkLines.at(new Spot(all.left(), all.top())),
                LinkLines.at(new Spot(all.width(), height)),
                number(all.width()),
                number(height)));
    out.append(" font-family=\"Inter, 'Segoe UI', 'DejaVu Sans', sans-serif\" font-size=\"13\">\n");
    element("title", "", title);
    out.append(
        "<rect x=\"%s\" y=\"%s\" width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n"
            .formatted(number(all.left()), number(all.top())));
    Map<EntityKey, Frame> frames = picture.frames();
    if (picture.hulls()) {
      hulls(picture, frames);
    }
    for (GraphLink link : graph.links()) {
      Frame from = frames.get(link.from());
      Frame to = frames.get(link.to());
      if (from != null && to != null) {
        link(graph, link, from, to);
      }
    }
    for (GraphNode node : graph.nodes()) {
      Frame frame = frames.get(node.key());
      if (frame != null) {
        node(graph, node, frame);
      }
    }
    legend(title, graph, kinds, all.left() + 20, all.bottom());
    return out.append("</svg>\n").toString();
  }

  private void hulls(GraphPicture picture, Map<EntityKey, Frame> frames) {
    int number = 0;
    for (GraphHull hull : picture.graph().hulls()) {
      List<Spot> corners = picture.outline(hull, frames);
      if (!corners.isEmpty()) {
        String colour = MODULES.get(number % MODULES.size());
        Spot top = corners.stream().min(Comparator.comparingDouble(Spot::y)).orElseThrow();
        path(
            LinkLines.closed(corners),
            colour,
            "fill-opacity=\"0.07\" stroke=\"" + colour + "\"" + dash(LinkLines.hullDashes(number)));
        text(GraphTexts.shortLabel(hull.label()), top.x(), top.y() - 5, colour, "start", "");
        number++;
      }
    }
  }

  private void link(OntologyGraph graph, GraphLink link, Frame from, Frame to) {
    LinkLines.Drawn drawn = LinkLines.draw(link.kind(), from, to, link.from().equals(link.to()));
    String colour =
        switch (link.change()) {
          case ADDED -> MINE;
          case REMOVED -> "#afb8c1";
          case NONE -> link.kind() == LinkKind.PARENT ? INK : MUTED;
        };
    out.append("<g>");
    element("title", "", texts.link(graph, link));
    path(
        drawn.line(),
        "none",
        "stroke=\"%s\" stroke-width=\"%s\"%s"
            .formatted(
                colour, number(LinkLines.width(link.kind())), dash(LinkLines.dashes(link.kind()))));
    path(drawn.arrow(), colour, "");
    out.append("</g>\n");
  }

  private void node(OntologyGraph graph, GraphNode node, Frame frame) {
    boolean mine =
        switch (node.status()) {
          case ADDED, MODIFIED, RENAMED -> true;
          case UNCHANGED, DELETED, AFFECTED, CONFLICTED, BROKEN -> false;
        };
    boolean alarm =
        node.status() == EntityStatus.CONFLICTED || node.status() == EntityStatus.BROKEN;
    String line = alarm ? ALARM : mine ? MINE : MUTED;
    String style =
        "stroke=\"%s\" stroke-width=\"%s\"%s"
            .formatted(
                line,
                number(mine ? 1.8 : 1.3),
                node.status() == EntityStatus.DELETED || node.missing()
                    ? dash(List.of(4.0, 3.0))
                    : "");
    String fill = mine ? MINE_FILL : "#ffffff";
    boolean box = NodeSize.isBox(node.key().type());
    Spot centre = frame.centre();
    out.append("<g>");
    element("title", "", texts.sentence(graph, node));
    double shapeMiddle = box ? centre.y() : frame.top() + NodeSize.SHAPE / 2;
    if (box) {
      out.append(
          "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"8\" fill=\"%s\" %s/>"
              .formatted(
                  number(frame.left()),
                  number(frame.top()),
                  number(frame.width()),
                  number(frame.height()),
                  fill,
                  style));
    } else {
      shape(node.key().type(), centre.x(), frame.top(), fill, style);
    }
    String sign = sign(node);
    if (!sign.isEmpty()) {
      text(sign, box ? frame.left() + 14 : centre.x(), shapeMiddle + 4.5, line, "middle", "bold");
    }
    text(
        GraphTexts.shortLabel(node.label()),
        box ? centre.x() + 6 : centre.x(),
        box ? centre.y() + 4.5 : frame.bottom() - 4,
        node.status() == EntityStatus.DELETED ? MUTED : INK,
        "middle",
        node.status() == EntityStatus.DELETED ? "struck" : box ? "bold" : "");
    node.finding()
        .ifPresent(
            severity -> text("!", frame.right() - 2, frame.top() + 4, ALARM, "middle", "bold"));
    out.append("</g>\n");
  }

  private void shape(EntityType type, double x, double top, String fill, String style) {
    double zoom = NodeSize.SHAPE / GRID;
    out.append(
        "<g transform=\"translate(%s) scale(%s)\">"
            .formatted(LinkLines.at(new Spot(x - NodeSize.SHAPE / 2, top)), number(zoom)));
    for (Glyph.Part part : Glyph.of(type).parts()) {
      path(part.path(), fill, style + " vector-effect=\"non-scaling-stroke\"");
    }
    out.append("</g>");
  }

  private static String sign(GraphNode node) {
    return switch (node.status()) {
      case UNCHANGED -> "";
      case ADDED, MODIFIED, RENAMED, DELETED -> StatusMark.signOf(node.status());
      case AFFECTED -> "\u25cb";
      case CONFLICTED, BROKEN -> "\u25c6";
    };
  }

  private void legend(
      String title, OntologyGraph graph, List<LinkKind> kinds, double left, double top) {
    double y = top + LINE;
    text(title + ". " + texts.count(graph), left, y, INK, "start", "bold");
    for (LinkKind kind : kinds) {
      y += LINE;
      path(
          "M" + LinkLines.at(new Spot(left, y - 4)) + " h40",
          "none",
          "stroke=\"%s\" stroke-width=\"%s\"%s"
              .formatted(INK, number(LinkLines.width(kind)), dash(LinkLines.dashes(kind))));
      text(texts.kind(kind), left + 52, y, INK, "start", "");
    }
    String statuses =
        graph.nodes().stream()
            .filter(node -> node.status() != EntityStatus.UNCHANGED)
            .map(node -> sign(node) + " " + texts.plain().status(node.status()))
            .distinct()
            .sorted()
            .collect(Collectors.joining("   "));
    if (!statuses.isEmpty()) {
      text(statuses, left, y + LINE, INK, "start", "");
    }
  }

  private void path(String path, String fill, String attributes) {
    out.append("<path d=\"%s\" fill=\"%s\" %s/>".formatted(path, fill, attributes));
  }

  private void text(String text, double x, double y, String colour, String anchor, String style) {
    String attributes =
        "x=\"%s\" y=\"%s\" fill=\"%s\" text-anchor=\"%s\""
            .formatted(number(x), number(y), colour, anchor);
    if (style.equals("bold")) {
      attributes += " font-weight=\"600\"";
    } else if (style.equals("struck")) {
      attributes += " text-decoration=\"line-through\"";
    }
    element("text", attributes, text);
  }

  private void element(String name, String attributes, String text) {
    out.append('<').append(name);
    if (!attributes.isEmpty()) {
      out.append(' ').append(attributes);
    }
    out.append('>').append(escaped(text)).append("</").append(name).append('>');
  }

  private static String dash(List<Double> lengths) {
    return lengths.isEmpty()
        ? ""
        : lengths.stream()
            .map(GraphSvg::number)
            .collect(Collectors.joining(" ", " stroke-dasharray=\"", "\""));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** XML cannot hold control characters at all, not even escaped. */
  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 8);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            default -> safe.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
          }
        });
    return safe.toString();
  }

  private static boolean isAllowed(int c) {
    return c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c >= 0x10000 || c == '\t';
  }
}
