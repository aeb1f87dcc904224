package org.ontodraft.app.ui.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.HiddenCharacters;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.graph.GraphLink;
import org.ontodraft.model.graph.GraphNode;
import org.ontodraft.model.graph.GraphQuestion;
import org.ontodraft.model.graph.LinkKind;
import org.ontodraft.model.graph.OntologyGraph;

/** The words of graphs. */
final class GraphTexts {
  private static final int LONGEST_LABEL = 26;

  private final Texts texts;

  GraphTexts(Texts texts) {
    this.texts = texts;
  }

  String get(String key, Object... arguments) {
    return texts.get(key, arguments);
  }

  Texts plain() {
    return texts;
  }

  /** A label as it is drawn: cut to what fits, nothing hidden in it. */
  static String shortLabel(String label) {
    String shown =
        HiddenCharacters.shown(
                label.length() > 4 * LONGEST_LABEL ? label.substring(0, 4 * LONGEST_LABEL) : label)
            .replaceAll("\\s+", " ");
    if (shown.codePointCount(0, shown.length()) <= LONGEST_LABEL) {
      return shown;
    }
    return shown.substring(0, shown.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "\u2026";
  }

  String kind(LinkKind kind) {
    return get("graph.link." + kind.name().toLowerCase(Locale.ROOT));
  }

  String view(GraphQuestion.View view) {
    return get("graph.view." + view.name().toLowerCase(Locale.ROOT));
  }

  /** A link in words: {@code Person: parent Agent, added}. */
  String link(OntologyGraph graph, GraphLink link) {
    String words =
        get(
            "graph.link.words",
            label(graph, link.from()),
            kind(link.kind()),
            label(graph, link.to()));
    return switch (link.change()) {
      case NONE -> words;
      case ADDED -> words + ", " + texts.status(EntityStatus.ADDED).toLowerCase(Locale.ROOT);
      case REMOVED -> words + ", " + get("graph.link.removed");
    };
  }

  String label(OntologyGraph graph, EntityKey key) {
    return shortLabel(graph.node(key).map(GraphNode::label).orElse(key.key()));
  }

  /** What a draft and the rules say of a node, in words; empty for nothing. */
  String states(GraphNode node) {
    List<String> states = new ArrayList<>();
    if (node.missing()) {
      states.add(get("graph.missing"));
    }
    if (node.status() != EntityStatus.UNCHANGED) {
      states.add(texts.status(node.status()));
    }
    node.finding().ifPresent(severity -> states.add(texts.severity(severity)));
    return String.join(", ", states);
  }

  /** A node in a sentence, for screen readers. */
  String sentence(OntologyGraph graph, GraphNode node) {
    String states = states(node);
    long in = linksIn(graph, node.key());
    long out = linksOut(graph, node.key());
    return get(
        "graph.node.sentence",
        shortLabel(node.label()),
        texts.type(node.key().type()),
        states.isEmpty() ? texts.status(EntityStatus.UNCHANGED) : states,
        in,
        out,
        node.hidden());
  }

  static long linksIn(OntologyGraph graph, EntityKey key) {
    return graph.links().stream().filter(link -> link.to().equals(key)).count();
  }

  static long linksOut(OntologyGraph graph, EntityKey key) {
    return graph.links().stream().filter(link -> link.from().equals(key)).count();
  }

  /** How much is shown, and how to go on when that is not all. */
  String count(OntologyGraph graph) {
    return get("graph.count", graph.nodes().size(), graph.links().size());
  }
}
