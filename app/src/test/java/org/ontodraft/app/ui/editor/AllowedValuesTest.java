package org.ontodraft.app.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.ui.control.Suggestion;
import org.ontodraft.app.ui.editor.AllowedValuesViewModel.Source;

/** Where a property takes its values from, and what a resource's field offers then. */
class AllowedValuesTest {
  private static final String LEVEL = "property:Has_level";

  private final EditorFixture at = EditorFixture.editing(more());

  private static Map<String, String> more() {
    Map<String, String> files = new LinkedHashMap<>();
    EditorFixture.put(
        files,
        "properties/Has_friend",
        "'label':'Has friend','description':'f','datatype':'Page','cardinality':'multiple',"
            + "'Allows_value_from_category':'Agent'");
    EditorFixture.put(
        files,
        "categories/Club",
        "'label':'Club','description':'c','optional_properties':['Has_friend']");
    EditorFixture.put(files, "resources/Person/Bob", "'label':'Bob Brown','category':'Person'");
    EditorFixture.put(
        files,
        "resources/Club/Tea",
        "'label':'Tea','category':'Club','Has_friend':['Bob Brown','Nobody']");
    return files;
  }

  @AfterEach
  void close() {
    at.close();
    assertThat(at.faults).isEmpty();
  }

  @Test
  void anotherSourceTakesOutTheListInOneStepAndSaysWhat() {
    EntityViewModel panel = at.open(LEVEL);
    AllowedValuesViewModel values = panel.allowedValues();
    assertThat(values.source().get()).isEqualTo(Source.LIST);
    values.choose(Source.CATEGORY);
    assertThat(values.lost().get()).containsExactly("low", "high");
    at.settle(panel);
    assertThat(at.document(LEVEL).get("allowed_values")).isNull();
    assertThat(at.log()).hasSize(1);
    assertThat(values.source().get()).isEqualTo(Source.CATEGORY);
    KeyFieldViewModel category = EditorFixture.field(panel, "Allows_value_from_category");
    assertThat(values.shows(category.content().get())).isTrue();
    category.text().set("Person");
    category.commit();
    at.settle(panel);
    assertThat(at.value(LEVEL, "Allows_value_from_category")).isEqualTo("\"Person\"");

    at.workspace.session().undo();
    at.workspace.session().undo();
    at.settle(panel);
    assertThat(values.source().get()).isEqualTo(Source.LIST);
    assertThat(values.lost().get()).isEmpty();
    assertThat(at.document(LEVEL).texts("allowed_values")).containsExactly("low", "high");
  }

  @Test
  void choosingAListHasNothingToTakeOut() {
    EntityViewModel panel = at.open("property:Has_name");
    AllowedValuesViewModel values = panel.allowedValues();
    assertThat(values.source().get()).isEqualTo(Source.ANY);
    SetFieldViewModel list = EditorFixture.field(panel, "allowed_values");
    assertThat(values.shows(list.content().get())).isFalse();
    values.choose(Source.LIST);
    assertThat(values.shows(list.content().get())).isTrue();
    assertThat(values.lost().get()).isEmpty();
    at.settle(panel);
    assertThat(at.log()).isEmpty();
  }

  @Test
  void aResourcesValueFromACategoryIsOfferedThatCategorysResources() {
    EntityViewModel panel = at.open("resource:Club/Tea");
    SetFieldViewModel friends = EditorFixture.field(panel, "Has_friend");
    assertThat(friends.items())
        .extracting(item -> java.util.Objects.requireNonNull(item.entity()).presence())
        .containsExactly(Presence.PRESENT, Presence.MISSING);
    List<Suggestion> offered = new ArrayList<>();
    friends.suggest(offered::addAll);
    at.fx.until("offers", () -> !offered.isEmpty());
    // Of categories below Agent; the club itself is none of them.
    assertThat(offered)
        .extracting(suggestion -> suggestion.key().key())
        .containsExactly("Person/Ann", "Person/Bob");
    friends.input().set("Somebody else, by name");
    friends.commit();
    assertThat(friends.problem().get()).isNull();
    at.settle(panel);
    friends.create("Has friend", "Cy");
    assertThat(at.wishes)
        .singleElement()
        .satisfies(wish -> {
          assertThat(wish.key()).isEqualTo("Agent/Cy");
          assertThat(wish.parent()).isEqualTo(Optional.of(EditorFixture.key("category:Agent")));
        });
  }
}
