package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import picocli.CommandLine;
import tools.jackson.databind.node.StringNode;

/** {@code ontodraft draft} on the sample. */
class DraftCommandTest {
  @TempDir private Path folder;

  private record Run(int code, String out, String err) {}

  private Run draft(String... arguments) {
    List<String> all = new ArrayList<>(List.of("draft"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--data-dir", folder.resolve("data").toString()));
    CommandLine line = Main.commandLine(new StartOptions());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = line.execute(all.toArray(String[]::new));
    return new Run(code, out.toString(), err.toString());
  }

  private void prepare() {
    try (RealServices services = new RealServices(folder);
        Workspace opened = services.open(new OpenRequest.Sample())) {
      DraftSession session = done(opened.startDraft("Labels"));
      done(
          session.setField(
              EntityKey.of(EntityType.CATEGORY, "Specimen"), "label", StringNode.valueOf("One")));
    }
  }

  @Test
  void aDraftGoesOutAndComesIn() {
    prepare();
    String file = folder.resolve("labels.ontodraft").toString();
    assertThat(draft("list", "sample").out()).contains("  Labels  (1 change, on ");
    assertThat(draft("export", "sample", "Labels", file))
        .extracting(Run::code, Run::err)
        .containsExactly(0, "");

    Run imported = draft("import", "sample", file);
    assertThat(imported.code()).isZero();
    assertThat(imported.out()).contains("  Labels (2)  (1 change, on ");
    assertThat(draft("import", "sample", file, "--title", "Labels").code()).isZero();

    Run twice = draft("export", "sample", "Labels", file);
    assertThat(twice.code()).isEqualTo(3);
    assertThat(twice.err()).contains("EXCHANGE-06");
    assertThat(draft("list", "sample").out().lines()).hasSize(3);
  }

  @Test
  void whatIsWrongWithAFileIsPrintedAndNothingImported() throws IOException {
    Path push = folder.resolve("push.json");
    Files.writeString(
        push,
        """
        {"source": "mediawiki", "wiki_url": "w", "user": "Ann", "comment": "Herbs",
         "changes": [
          {"action": "create", "entity_type": "category", "entity_key": "Herb",
           "entity": {"entity_key": "Herb", "label": "Herb"}},
          {"action": "delete", "entity_type": "category", "entity_key": "Fern"}]}
        """);
    Run refused = draft("import", "sample", push.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("/changes/1/entity_key").contains("FILE-15");
    assertThat(draft("list", "sample").out()).isEmpty();

    assertThat(draft("import", "sample", push.toString(), "--good-only").code()).isZero();
    assertThat(draft("list", "sample").out()).contains("MediaWiki import: Herbs  (1 change");

    Files.writeString(push, "{}");
    assertThat(draft("import", "sample", push.toString()).err()).contains("FILE-04");
    assertThat(draft("import", "sample", folder.resolve("none").toString()).err())
        .contains("EXCHANGE-02");
    assertThat(draft("export", "sample", "Nothing", "x").err()).contains("DRAFT-05");
    assertThat(draft("import").code()).isEqualTo(2);
  }
}
