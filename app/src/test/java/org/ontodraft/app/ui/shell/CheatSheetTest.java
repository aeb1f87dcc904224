package org.ontodraft.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.ui.common.Action;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.Context;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.testing.FxTest;

/** The registry has no gaps, and the cheat sheet says what it says. */
@ExtendWith(FxTest.class)
class CheatSheetTest {
  private final Texts texts = Texts.load();
  private final ActionRegistry actions = onFx(() -> new WindowFixture().actions());

  @Test
  void everyActionStandsInOneMenuHasATextAndSaysWhatIsMissing() {
    Set<String> seen = new HashSet<>();
    for (MenuPlan menu : MenuPlan.ALL) {
      assertThat(menu.actions()).allSatisfy(id -> assertThat(seen.add(id)).as(id).isTrue());
    }
    for (Action action : actions.all()) {
      if (action.context() == Context.ANYWHERE) {
        assertThat(seen).contains(action.id());
      }
      assertThat(texts.find("action." + action.id())).as(action.id()).isPresent();
      if (!action.enabled().get()) {
        assertThat(action.reason().get()).as(action.id()).isNotEmpty();
      }
    }
    assertThat(actions.all()).extracting(Action::id).containsAll(seen);
  }

  @Test
  void everyKeyIsOnTheSheetAndFollowsChanges() {
    CheatSheet sheet = CheatSheet.of(actions, texts);
    long withKeys = actions.all().stream().filter(action -> !action.keys().isEmpty()).count();
    assertThat(sheet.sections().stream().mapToInt(section -> section.lines().size()).sum())
        .isEqualTo((int) withKeys);
    onFx(() -> actions.keys().follow(Map.of("edit.undo", "F9")));
    CheatSheet changed = CheatSheet.of(actions, texts);
    assertThat(changed.text()).contains("F9").contains("Undo");
    assertThat(changed.html()).contains("<kbd>F9</kbd>").doesNotContain("<kbd></kbd>");
  }

  @Test
  void htmlIsEscaped() {
    CheatSheet sheet =
        new CheatSheet(
            "<b>",
            List.of(new CheatSheet.Section("a & b", List.of(new CheatSheet.Line("Ctrl+<", "x")))));
    assertThat(sheet.html()).contains("&lt;b&gt;", "a &amp; b", "Ctrl+&lt;");
  }
}
