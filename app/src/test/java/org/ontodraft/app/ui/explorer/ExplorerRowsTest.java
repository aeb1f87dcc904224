package org.ontodraft.app.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.TreeItem;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.ui.explorer.ExplorerNode.Place;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.testing.Snapshots;

class ExplorerRowsTest {
  private static final DraftOverlay VIEW =
      DraftOverlay.of(
          Snapshots.of(
              "category:Agent",
              "category:Person {'parents':['Agent']}",
              "category:Student {'parents':['Person']}",
              "category:Place"),
          List.of());

  @Test
  void allThatAFilterOpensIsThereBeforeTheRowsAreHandedOver() {
    ExplorerTree tree = ExplorerTree.of(VIEW, List.of(), "student");
    ExplorerRows rows = madeBehind(tree, tree.openedByFilter());
    assertThat(rows.shown().rows())
        .extracting(below -> below.rows().stream().map(row -> row.place().path()).toList())
        .map(List::toString)
        .containsExactlyInAnyOrder(
            "[[]]",
            "[[category:Agent]]",
            "[[category:Agent, category:Person]]",
            "[[category:Agent, category:Person, category:Student]]");
  }

  @Test
  void whatIsClosedIsAskedForWhenItIsOpened() {
    ExplorerTree tree = ExplorerTree.of(VIEW, List.of(), "");
    ExplorerRows rows = madeBehind(tree, Set.of(Place.of(EntityType.CATEGORY)));
    assertThat(rows.shown().rows()).hasSize(2);
    TreeItem<ExplorerNode> categories = rows.root().getChildren().getFirst();
    categories.getChildren().getFirst().getChildren();
    assertThat(rows.shown().rows()).hasSize(3);
  }

  @Test
  void rowsThatComeLaterAreOpenWhereSomebodyOpenedThemMeanwhile() {
    Place categories = Place.of(EntityType.CATEGORY);
    ExplorerRows rows = madeBehind(ExplorerTree.of(VIEW, List.of(), ""), Set.of(categories));
    Set<Place> opened = new HashSet<>(Set.of(categories));
    rows.follow(opened);
    opened.add(categories.below(Snapshots.key("category:New")));
    ExplorerTree newer =
        ExplorerTree.of(
            DraftOverlay.of(
                Snapshots.of("category:New", "category:Newest {'parents':['New']}"), List.of()),
            List.of(),
            "");
    rows.take(newer, RowsUpdate.of(rows.shown(), newer));
    TreeItem<ExplorerNode> first = rows.root().getChildren().getFirst().getChildren().getFirst();
    assertThat(first.isExpanded()).isTrue();
    assertThat(first.getChildren()).hasSize(1);
  }

  private static ExplorerRows madeBehind(ExplorerTree tree, Set<Place> opened) {
    return CompletableFuture.supplyAsync(() -> ExplorerRows.made(tree, opened)).join();
  }
}
