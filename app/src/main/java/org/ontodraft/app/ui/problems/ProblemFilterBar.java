package org.ontodraft.app.ui.problems;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.problems.ProblemFilter.Origin;
import org.ontodraft.model.validation.Severity;

/** Chooses which problems are listed: by origin, by severity, by rule. */
final class ProblemFilterBar extends HBox {
  private final ProblemsViewModel viewModel;
  private final Texts texts;
  private final MenuButton origins = button();
  private final MenuButton severities = button();
  private final MenuButton codes = button();
  private final Button all = new Button();

  ProblemFilterBar(ProblemsViewModel viewModel, Texts texts) {
    this.viewModel = viewModel;
    this.texts = texts;
    getStyleClass().add("problems-filter");
    origins.setGraphic(new Icon(Glyph.FILTER, "small-icon"));
    all.setText(texts.get("problems.filter.clear"));
    all.getStyleClass().addAll("plain", "compact");
    all.setMinWidth(Region.USE_PREF_SIZE);
    all.setOnAction(event -> viewModel.filter(ProblemFilter.ALL));
    getChildren().setAll(origins, severities, codes, all);
    viewModel.rows().addListener((ListChangeListener<ProblemRow>) change -> fill());
    viewModel.filter().subscribe(filter -> fill());
  }

  private static MenuButton button() {
    MenuButton button = new MenuButton();
    button.getStyleClass().addAll("compact", "plain");
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private void fill() {
    ProblemFilter filter = viewModel.filter().get();
    begin(origins, "problems.filter.origin", origin(filter.origin()));
    for (Origin each : Origin.values()) {
      add(origins, origin(each), each == filter.origin(), filter.of(each));
    }
    String anySeverity = texts.get("problems.filter.any");
    begin(
        severities,
        "problems.column.severity",
        filter.severity().map(texts::severity).orElse(anySeverity));
    add(severities, anySeverity, filter.severity().isEmpty(), filter.ofAnySeverity());
    for (Severity each : Severity.values()) {
      add(
          severities,
          texts.severity(each),
          filter.severity().equals(Optional.of(each)),
          filter.of(each));
    }
    String anyCode = texts.get("problems.filter.any");
    begin(codes, "problems.column.code", filter.code().orElse(anyCode));
    add(codes, anyCode, filter.code().isEmpty(), filter.ofCode(Optional.empty()));
    for (String each : viewModel.codes()) {
      Optional<String> code = Optional.of(each);
      add(codes, each, filter.code().equals(code), filter.ofCode(code));
    }
    all.setVisible(!filter.equals(ProblemFilter.ALL));
  }

  private String origin(Origin origin) {
    return switch (origin) {
      case ALL -> texts.get("problems.origin.all");
      case INTRODUCED -> texts.get("problems.origin.introduced");
      case KNOWN -> texts.get("problems.origin.known");
    };
  }

  private void begin(MenuButton button, String key, String chosen) {
    button.getItems().clear();
    button.setText(texts.get("problems.filter", texts.get(key), chosen));
  }

  private void add(MenuButton button, String text, boolean chosen, ProblemFilter filter) {
    RadioMenuItem item = new RadioMenuItem(text);
    item.setMnemonicParsing(false);
    item.setSelected(chosen);
    item.setOnAction(event -> viewModel.filter(filter));
    button.getItems().add(item);
  }
}
