package org.ontodraft.app.ui.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.review.Compared;
import org.ontodraft.app.service.review.ComparedSide;
import org.ontodraft.app.service.review.Comparisons;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.HiddenCharacters;
import org.ontodraft.model.ontology.OntologyVersion;

/** What the two sides are called, and the menus that choose others. */
final class ReviewSides {
  private final Texts texts;
  private final Dates dates;
  private final SideChoosing choosing;

  ReviewSides(Texts texts, Dates dates, SideChoosing choosing) {
    this.texts = texts;
    this.dates = dates;
    this.choosing = choosing;
  }

  /** Shows the sides in two menus, of which each chooses another for its side. */
  void show(ReviewSource.@Nullable Sides sides, MenuButton base, MenuButton mine) {
    if (sides == null) {
      return;
    }
    label(base, texts.get("review.column.base"), sides.base());
    label(mine, texts.get("review.column.mine"), sides.mine());
    ComparedSide before = sides.base().side();
    ComparedSide after = sides.mine().side();
    choose(base, chosen -> choosing.compare().accept(chosen, after));
    choose(mine, chosen -> choosing.compare().accept(before, chosen));
  }

  private void label(MenuButton button, String column, Compared side) {
    button.setText(column + "  " + nameOf(side));
    button.setAccessibleText(texts.get("review.side.choose", button.getText()));
  }

  /** Both sides as people call them. */
  String title(ReviewSource.@Nullable Sides sides) {
    return sides == null
        ? ""
        : texts.get("review.sides", nameOf(sides.base()), nameOf(sides.mine()));
  }

  /** A side as people call it. */
  String nameOf(Compared side) {
    OntologyVersion version = side.view().version();
    String name = HiddenCharacters.shown(side.name());
    return switch (side.side()) {
      case ComparedSide.OfDraft draft -> texts.get("review.side.draft", name);
      case ComparedSide.Upstream upstream -> texts.get("review.side.upstream", of(version));
      case ComparedSide.BaseOf base -> of(version);
      case ComparedSide.Commit commit -> name.isEmpty() ? of(version) : name + ", " + of(version);
    };
  }

  private String of(OntologyVersion version) {
    return texts.get(
        "review.side.version",
        version.branch(),
        dates.day(version.committedAt()),
        version.shortCommit());
  }

  private void choose(MenuButton button, Consumer<ComparedSide> chosen) {
    button.setOnShowing(event ->
        choosing.find().accept(choices -> button.getItems().setAll(items(choices, chosen))));
    if (button.getItems().isEmpty()) {
      button.getItems().setAll(new MenuItem(texts.get("review.loading")));
    }
  }

  private List<MenuItem> items(List<Comparisons.Choice> choices, Consumer<ComparedSide> chosen) {
    List<MenuItem> items = new ArrayList<>();
    Comparisons.@Nullable Kind kind = null;
    for (Comparisons.Choice choice : choices) {
      if (choice.kind() != kind) {
        kind = choice.kind();
        MenuItem heading =
            new MenuItem(texts.get("compare.kind." + kind.name().toLowerCase(Locale.ROOT)));
        heading.setDisable(true);
        if (!items.isEmpty()) {
          items.add(new SeparatorMenuItem());
        }
        items.add(heading);
      }
      MenuItem item = new MenuItem(HiddenCharacters.shown(choice.name()));
      item.setMnemonicParsing(false);
      item.setOnAction(event -> chosen.accept(choice.side()));
      items.add(item);
    }
    MenuItem other = new MenuItem(texts.get("compare.commit.other"));
    other.setOnAction(event -> choosing.askCommit().accept(chosen));
    items.add(new SeparatorMenuItem());
    items.add(other);
    return items;
  }
}
