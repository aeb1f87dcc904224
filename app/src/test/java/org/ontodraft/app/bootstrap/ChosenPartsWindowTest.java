package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.ForgeServer;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is sent, and who else changes it, in the real window. */
class ChosenPartsWindowTest extends PullRequestWindow {
  @Test
  void who_changes_the_same_fields_is_said_before_sending_and_leads_there()
      throws InterruptedException {
    upstream
        .on("main")
        .on("theirs")
        .file("categories/A.json", "{\n  \"id\": \"A\",\n  \"label\": \"Alfa\"\n}\n")
        .commit("theirs");
    server.opened("acme/ontology", "theirs", "eve", "Alfa for A");
    Workspace workspace = window.workspace().orElseThrow();
    DraftSession other = RealServices.done(workspace.startDraft("Other words"));
    RealServices.done(other.setField(A, "label", JsonNodeFactory.instance.stringNode("Anna")));
    draft = RealServices.done(workspace.openDraft(draft.id()));
    set("description", "Its own.");

    Waiting.until(
        "both of them", () -> words("#overlaps").contains("Draft \u201cOther words\u201d"));
    Waiting.until("the page", () -> words("#overlaps").contains("#1 Alfa for A, by eve"));
    assertThat(words("#overlaps")).contains("Label").doesNotContain("Description");
    assertThat(onFx(() -> Accessibility.unnamed(window.stage().getScene().getRoot()))).isEmpty();
    click(".hyperlink", "#1 Alfa for A, by eve");
    Waiting.until("the browser", () -> !window.pages().isEmpty());
    assertThat(window.pages().getFirst().toString()).endsWith("/merge_requests/1");

    click(".wizard-step", "Submit");
    Waiting.until("the last word", () -> isShown("#others"));
    assertThat(textOf("#others")).startsWith("2 others change the same fields");
    onFx(() -> {
      window.robot().lookup("#others").queryAs(ButtonBase.class).fire();
      return null;
    });
    Waiting.until("the first step", () -> isShown("#checkPane"));
  }

  private static final EntityKey B = EntityKey.of(EntityType.CATEGORY, "B");

  private ListView<?> parts() {
    return window.robot().lookup("#parts").queryAs(ListView.class);
  }

  private void selectPart(int row) {
    onFx(() -> {
      parts().requestFocus();
      parts().getSelectionModel().select(row);
      return null;
    });
  }

  private String spoken(int row) {
    return window.robot().lookup("#parts .part-cell").queryAll().stream()
        .map(ListCell.class::cast)
        .filter(cell -> cell.getIndex() == row)
        .findFirst()
        .map(Node::getAccessibleText)
        .orElse("");
  }

  @Test
  void a_change_is_left_out_by_a_key_with_what_needs_it_and_taken_again_by_the_mouse()
      throws InterruptedException {
    RealServices.done(
        draft.create(
            B,
            EntityDocument.of(
                JsonMapper.shared().createObjectNode().put("id", "B").put("label", "B"))));
    RealServices.done(draft.setField(A, "parents", JsonMapper.shared().createArrayNode().add("B")));
    window.press(KeyCode.ALT, KeyCode.N);
    Waiting.until("the review", () -> isShown("#reviewPane"));
    // A with its label and parents, and B.
    Waiting.until("the changes", () -> parts().getItems().size() == 4);
    Waiting.until("their state", () -> spoken(3).contains("included"));
    selectPart(3);
    window.press(KeyCode.SPACE);
    Waiting.until(
        "what was held back", () -> textOf("#partsConsequence").contains("parents of Alpha"));
    Waiting.until("why", () -> spoken(2).contains("it names B"));
    assertThat(textOf("#partsSummary")).isEqualTo("1 of 3 changes included");
    assertThat(draft.effective().get().exists(B)).isTrue();

    // Taking the field takes what it names along.
    window
        .robot()
        .clickOn(window.robot().lookup("#parts .check-box").nth(2).queryAs(CheckBox.class));
    Waiting.until("all", () -> textOf("#partsSummary").equals("All 3 changes included"));
    selectPart(1);
    window.press(KeyCode.SPACE);
    Waiting.until("the label left out", () -> spoken(1).contains("left out"));
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    Waiting.until("the pull request", () -> server.pullRequests().size() == 1);
    Waiting.until("its standing", () -> textOf("#tracked").contains("#1 open"));

    String branch =
        server.branches("acme/ontology").stream()
            .filter(name -> !name.equals("main"))
            .findFirst()
            .orElseThrow();
    assertThat(GitCommand.in(upstream.folder()).run("show", branch + ":categories/A.json"))
        .contains("\"label\": \"A\"")
        .contains("\"parents\": [");
    server.merge(1, ForgeServer.Way.SQUASH);
    onFx(() -> {
      window.robot().lookup("#askForge").queryAs(ButtonBase.class).fire();
      return null;
    });
    Waiting.until("the rest", () -> textOf("#tracked").contains("#1 merged"));
    Waiting.until("a draft again", () -> draft.draft().get().status() == DraftStatus.DRAFT);
  }
}
