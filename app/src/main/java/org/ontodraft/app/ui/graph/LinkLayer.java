package org.ontodraft.app.ui.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.graph.Frame;
import org.ontodraft.model.graph.GraphLink;
import org.ontodraft.model.graph.LinkKind;
import org.ontodraft.model.graph.Spot;

/** The links of a picture; those of the chosen node are drawn stronger and named. */
final class LinkLayer extends Group {
  /** More names than this nobody can tell apart. */
  private static final int NAMED = 12;

  private final GraphTexts texts;
  private final Group all = new Group();
  private final Group near = new Group();
  private final Group names = new Group();
  private final Map<GraphLink, LinkLines.Drawn> drawn = new LinkedHashMap<>();
  private Map<EntityKey, Frame> frames = Map.of();
  private @Nullable EntityKey chosen;
  private @Nullable GraphLink pointed;
  private boolean apart;

  private record Style(LinkKind kind, GraphLink.Change change) {}

  LinkLayer(GraphTexts texts) {
    this.texts = texts;
    setMouseTransparent(true);
    near.getStyleClass().add("near");
    getChildren().setAll(all, near, names);
  }

  void show(List<GraphLink> links, Map<EntityKey, Frame> places) {
    frames = places;
    pointed = null;
    drawn.clear();
    for (GraphLink link : links) {
      Frame from = places.get(link.from());
      Frame to = places.get(link.to());
      if (from != null && to != null) {
        boolean self = link.from().equals(link.to());
        drawn.put(link, LinkLines.draw(link.kind(), from, to, self));
      }
    }
    apart = false;
    fill(all, List.copyOf(drawn.keySet()));
  }

  private void fill(Group layer, List<GraphLink> links) {
    Map<Style, List<LinkLines.Drawn>> styles = new LinkedHashMap<>();
    for (GraphLink link : links) {
      LinkLines.Drawn line = drawn.get(link);
      if (line != null) {
        styles
            .computeIfAbsent(new Style(link.kind(), link.change()), s -> new ArrayList<>())
            .add(line);
      }
    }
    List<LinkShape> shapes = new ArrayList<>();
    styles.forEach(
        (style, lines) -> shapes.add(new LinkShape(style.kind(), style.change(), lines)));
    layer.getChildren().setAll(shapes);
  }

  /** Draws the links of this node stronger. */
  void choose(EntityKey key) {
    chosen = key;
    List<GraphLink> own = own();
    fill(near, own);
    // The many links of a hub are not drawn a second time below: lines are what a frame costs.
    boolean hub = own.size() > NAMED;
    if (hub || apart) {
      apart = hub;
      Set<GraphLink> above = hub ? Set.copyOf(own) : Set.of();
      fill(all, drawn.keySet().stream().filter(link -> !above.contains(link)).toList());
    }
    name();
  }

  private List<GraphLink> own() {
    return drawn.keySet().stream()
        .filter(link -> link.from().equals(chosen) || link.to().equals(chosen))
        .toList();
  }

  /**
   * Names the link at this spot as well.
   *
   * @param reach how far from the line still counts
   */
  void point(Spot spot, double reach) {
    GraphLink nearest = null;
    double best = reach;
    for (GraphLink link : drawn.keySet()) {
      Frame from = frames.get(link.from());
      Frame to = frames.get(link.to());
      if (from != null && to != null) {
        double distance = distance(from.centre(), to.centre(), spot);
        if (distance < best) {
          best = distance;
          nearest = link;
        }
      }
    }
    if (nearest != pointed) {
      pointed = nearest;
      name();
    }
  }

  /** How far a spot is from the straight way between the ends of a link. */
  private static double distance(Spot from, Spot to, Spot spot) {
    double length = from.distance(to);
    if (length == 0) {
      return spot.distance(from);
    }
    double share =
        ((spot.x() - from.x()) * (to.x() - from.x()) + (spot.y() - from.y()) * (to.y() - from.y()))
            / (length * length);
    double at = Math.clamp(share, 0, 1);
    return spot.distance(from.plus((to.x() - from.x()) * at, (to.y() - from.y()) * at));
  }

  private void name() {
    names.getChildren().clear();
    List<GraphLink> own = own();
    if (own.size() <= NAMED) {
      own.forEach(this::name);
    }
    GraphLink under = pointed;
    if (under != null && (own.size() > NAMED || !own.contains(under))) {
      name(under);
    }
  }

  private void name(GraphLink link) {
    Optional.ofNullable(drawn.get(link))
        .map(LinkLines.Drawn::middle)
        .ifPresent(middle -> {
          Text text = new Text(texts.kind(link.kind()));
          text.getStyleClass().add("link-name");
          StackPane pill = new StackPane(text);
          pill.getStyleClass().add("link-pill");
          names.getChildren().add(pill);
          // Its place depends on its size, and that on the style sheet.
          pill.applyCss();
          pill.autosize();
          pill.relocate(middle.x() - pill.getWidth() / 2, middle.y() - pill.getHeight() / 2);
        });
  }
}
