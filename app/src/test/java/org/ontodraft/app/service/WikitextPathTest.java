package org.ontodraft.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.ontodraft.app.testing.RealServices.done;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.review.DraftReviewService;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.app.service.review.FileReview;
import org.ontodraft.app.service.submit.SubmitOutcome;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.GitCommand;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.validation.Finding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Wikitext from a repository to a pushed branch, through the services, with every part real. */
class WikitextPathTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final EntityKey DESK = EntityKey.of(EntityType.DASHBOARD, "Herbarium_desk");

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private RealServices parts;

  @BeforeEach
  void start() {
    parts = new RealServices(folder);
  }

  @AfterEach
  void stop() {
    parts.close();
  }

  @Test
  void labki_wikitext_is_edited_and_pushed_with_only_the_lines_that_are_meant() throws Exception {
    Path bundle = Path.of("..", "..", "shared", "ontologies", "labki-wikitext.bundle");
    assumeTrue(Files.exists(bundle), "the wikitext repository is not beside the checkout");
    Path upstream = folder.resolve("upstream.git");
    GitCommand.in(folder)
        .run("clone", "-q", "--bare", bundle.toAbsolutePath().toString(), upstream.toString());
    GitCommand.in(folder).run("clone", "-q", upstream.toString(), "clone");
    EntityKey person = EntityKey.of(EntityType.CATEGORY, "Person");
    EntityKey hood = EntityKey.of(EntityType.RESOURCE, "SOP/Chemical_fume_hood_use");
    EntityKey fresh = EntityKey.of(EntityType.PROPERTY, "Has_eRA_ID");
    EntityKey ror = EntityKey.of(EntityType.PROPERTY, "Has_ROR_ID");
    EntityKey access = EntityKey.of(EntityType.MODULE, "Access");

    try (Workspace workspace = parts.open(new OpenRequest.Folder(folder.resolve("clone")))) {
      assertThat(workspace.canonical().get().problems()).isEmpty();
      DraftSession draft = done(workspace.startDraft("Wikitext"));
      done(draft.setField(person, "label", NODES.stringNode("Human being")));
      ArrayNode optional = NODES.arrayNode().add("Has_birthday").add("Has_eRA_ID");
      done(draft.setField(person, "optional_properties", optional));
      String text = draft.effective().get().document(hood).text("wikitext").orElseThrow();
      done(
          draft.setField(
              hood,
              "wikitext",
              NODES.stringNode(text.replace("=== During Use ===", "=== While working ==="))));
      done(
          draft.create(
              fresh,
              JsonCodec.parse(
                  """
                  {"id": "Has_eRA_ID", "label": "eRA ID", "description": "An id, of NIH's",
                   "datatype": "Text", "cardinality": "multiple"}
                  """)));
      EntityKey box = EntityKey.of(EntityType.TEMPLATE, "Box");
      done(draft.create(box, JsonCodec.parse("{\"id\": \"Box\", \"wikitext\": \"{{{1|}}}\"}")));
      assertThat(draft.effective().get().document(box).label()).contains("Box");
      done(draft.delete(ror));
      done(draft.setField(access, "label", NODES.stringNode("Access and keys")));

      assertThat(workspace.submits().preview(draft).findings())
          .filteredOn(finding -> finding.rule().startsWith("wikitext"))
          .isEmpty();
      String branch = send(workspace, draft);

      assertThat(
              GitCommand.in(upstream)
                  .run("diff", "--no-renames", "--numstat", "main", branch)
                  .lines())
          .containsExactly(
              "2\t1\tcategories/Person.wikitext",
              "1\t1\tmodules/Access.json",
              "0\t8\tproperties/Has_ROR_ID.wikitext",
              "9\t0\tproperties/Has_eRA_ID.wikitext",
              "1\t1\tresources/SOP/Chemical_fume_hood_use.wikitext",
              "1\t0\ttemplates/Box.wikitext");
      assertThat(changedLines(upstream, branch))
          .containsExactly(
              "+|display_label=Human being",
              "-|has_optional_property=Has birthday, Has middle name",
              "+|has_optional_property=Has birthday, Has eRA ID",
              "-  \"label\": \"Access\",",
              "+  \"label\": \"Access and keys\",",
              "-=== During Use ===",
              "+=== While working ===");
      assertThat(GitCommand.in(upstream).run("show", branch + ":properties/Has_eRA_ID.wikitext"))
          .isEqualTo(
              """
              <!-- OntologySync Start -->
              {{Property
              |has_description=An id, of NIH's
              |has_type=Text
              |display_label=eRA ID
              |allows_multiple_values=Yes
              }}
              <!-- OntologySync End -->
              [[Category:OntologySync-managed-property]]\
              """);
      assertThat(GitCommand.in(folder.resolve("clone")).run("status", "--porcelain")).isEmpty();
    }
  }

  /** The changed lines of the files that are neither new nor deleted. */
  private static List<String> changedLines(Path repository, String branch) {
    return GitCommand.in(repository)
        .run("diff", "--no-renames", "-U0", "--diff-filter=M", "main", branch)
        .lines()
        .filter(line -> line.matches("[-+](?![-+]).*"))
        .toList();
  }

  private static String send(Workspace workspace, DraftSession draft) {
    SubmitOutcome outcome =
        workspace.submits().submit(draft, "Wikitext", "", false, step -> {}, Progress.none());
    assertThat(outcome).isInstanceOf(SubmitOutcome.Sent.class);
    return ((SubmitOutcome.Sent) outcome).submission().branch();
  }

  @Test
  void a_dashboards_pages_are_its_files() throws IOException {
    try (Workspace workspace = parts.open(new OpenRequest.Sample())) {
      DraftSession draft = done(workspace.startDraft("Pages"));
      ArrayNode pages = NODES.arrayNode();
      for (JsonNode page : draft.effective().get().document(DESK).json().path("pages")) {
        String name = page.path("name").stringValue();
        if (name.equals("Types")) {
          String text = page.path("wikitext").stringValue();
          pages.addObject().put("name", name).put("wikitext", text.replace("table", "ul"));
        } else if (!name.equals("Loans")) {
          pages.add(page);
        }
      }
      pages.addObject().put("name", "Questions").put("wikitext", "Which ones?");
      done(draft.setField(DESK, "pages", pages));
      EntityReview review = new DraftReviewService().review(draft.effective().get(), DESK);
      String branch = send(workspace, draft);

      assertThat(git("diff", "--no-renames", "--numstat", "main", branch).lines())
          .containsExactly(
              "0\t9\tdashboards/Herbarium_desk/Loans.wikitext",
              "1\t0\tdashboards/Herbarium_desk/Questions.wikitext",
              "1\t1\tdashboards/Herbarium_desk/Types.wikitext");
      assertThat(review.files())
          .extracting(FileReview::path)
          .containsExactly(
              "dashboards/Herbarium_desk.wikitext",
              "dashboards/Herbarium_desk/Loans.wikitext",
              "dashboards/Herbarium_desk/Types.wikitext",
              "dashboards/Herbarium_desk/Questions.wikitext");
      for (FileReview file : review.files()) {
        if (!file.text().isEmpty()) {
          Path shown = Files.writeString(folder.resolve("shown"), file.text());
          assertThat(git("rev-parse", branch + ":" + file.path()))
              .isEqualTo(git("hash-object", shown.toString()));
        }
      }
      assertThat(review.addedLines()).isEqualTo(2);
      assertThat(review.removedLines()).isEqualTo(10);
    }
  }

  @Test
  void a_deleted_dashboard_leaves_no_file() {
    try (Workspace workspace = parts.open(new OpenRequest.Sample())) {
      DraftSession draft = done(workspace.startDraft("Delete"));
      for (String each : List.of("module:Herbarium", "bundle:Garden_and_herbarium")) {
        EntityKey owner = EntityKey.parse(each).orElseThrow();
        ArrayNode others = NODES.arrayNode();
        draft.effective().get().document(owner).texts("dashboards").stream()
            .filter(name -> !name.equals(DESK.key()))
            .forEach(others::add);
        done(draft.setField(owner, "dashboards", others));
      }
      done(draft.delete(DESK));
      String branch = send(workspace, draft);
      assertThat(git("ls-tree", "-r", "--name-only", branch, "dashboards").lines())
          .containsExactly("dashboards/Garden_desk.json", "dashboards/_schema.json");
    }
  }

  @Test
  void a_change_of_pages_is_there_after_a_restart_and_can_be_undone() {
    EntityDocument before;
    try (Workspace workspace = parts.open(new OpenRequest.Sample())) {
      DraftSession draft = done(workspace.startDraft("Restart"));
      before = draft.effective().get().document(DESK);
      ArrayNode pages = NODES.arrayNode();
      pages.addObject().put("name", "").put("wikitext", "Only this");
      done(draft.setField(DESK, "pages", pages));
    }
    parts.close();
    parts = new RealServices(folder);
    try (Workspace workspace = parts.open(new OpenRequest.Sample())) {
      DraftSession draft = done(workspace.openDraft(workspace.drafts().get().getFirst().id()));
      DraftOverlay overlay = draft.effective().get();
      assertThat(overlay.baseDocument(DESK)).isEqualTo(before);
      assertThat(overlay.document(DESK).json().path("pages")).hasSize(1);
      assertThat(new DraftReviewService().review(overlay, DESK).files()).hasSize(3);

      done(draft.undo());
      assertThat(draft.effective().get().document(DESK)).isEqualTo(before);
      assertThat(draft.effective().get().changes()).isEmpty();
    }
  }

  @Test
  void what_is_emptied_is_as_the_page_will_say_it() {
    EntityKey sheet = EntityKey.of(EntityType.RESOURCE, "Herbarium_sheet/2021-0031");
    try (Workspace workspace = parts.open(new OpenRequest.Sample())) {
      DraftSession draft = done(workspace.startDraft("Empty"));
      done(draft.setField(sheet, "Has_technique", NODES.stringNode("")));
      done(draft.setField(sheet, "label", NODES.stringNode("")));
      done(draft.setField(DESK, "label", NODES.stringNode("")));
      done(draft.setField(DESK, "description", null));

      DraftOverlay overlay = draft.effective().get();
      assertThat(overlay.document(sheet).get("Has_technique")).isNull();
      assertThat(overlay.document(sheet).get("label")).isNull();
      assertThat(overlay.document(DESK).label()).contains("Herbarium desk");
      assertThat(overlay.document(DESK).description()).contains("");
      assertThat(workspace.submits().preview(draft).findings())
          .noneMatch(finding -> finding.rule().startsWith("wikitext"));
    }
  }

  @Test
  void what_wikitext_cannot_hold_is_a_finding_that_blocks() {
    try (Workspace workspace = parts.open(new OpenRequest.Sample())) {
      DraftSession draft = done(workspace.startDraft("Refused"));
      done(draft.setField(DESK, "description", NODES.stringNode("a }} b")));
      List<Finding> findings = workspace.submits().preview(draft).findings();
      assertThat(findings.stream().map(f -> f.rule() + f.pointer()).collect(Collectors.toList()))
          .containsExactly("wikitext-braces/description");
      assertThat(workspace.submits().submit(draft, "t", "", false, s -> {}, Progress.none()))
          .isInstanceOf(SubmitOutcome.Failed.class);
      assertThat(git("branch", "--list").lines()).hasSize(1);
    }
  }

  private String git(String... arguments) {
    return GitCommand.in(parts.services().data().sampleUpstream()).run(arguments);
  }
}
