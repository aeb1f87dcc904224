package org.ontodraft.model.format;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.WikitextBlock.Style;
import org.ontodraft.model.ontology.SourceFile;

/** The empty page a new entity is written into, in the generation and line ends of another page. */
final class WikitextSkeleton {
  private WikitextSkeleton() {}

  static SourceFile of(EntityKey key, EntityDocument document, @Nullable SourceFile sibling) {
    WikitextText style =
        sibling == null ? new WikitextText(false, false, "") : WikitextText.of(sibling.text());
    String body =
        key.type() == EntityType.TEMPLATE ? "" : page(key.type(), document, generation(style));
    String path = RepositoryLayout.pathOf(key, FileFormat.WIKITEXT);
    return new SourceFile(path, "", new WikitextText(false, style.crlf(), "").with(body));
  }

  /** The document of an empty page, which {@link WikitextCodec} would refuse to read. */
  static EntityDocument read(EntityKey key, SourceFile skeleton) {
    String body = WikitextText.of(skeleton.text()).body();
    if (key.type() == EntityType.TEMPLATE) {
      return EntityDocument.of(WikitextReader.template(key, body));
    }
    try {
      return EntityDocument.of(WikitextReader.read(key, WikitextPage.parse(body)));
    } catch (UnreadableFileException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static Style generation(WikitextText sibling) {
    try {
      Optional<WikitextBlock> block = BlockParser.parse(sibling.body());
      return block.map(WikitextBlock::style).orElse(Style.TEMPLATE);
    } catch (UnreadableFileException e) {
      return Style.TEMPLATE; // a page nobody can read sets no example
    }
  }

  private static String page(EntityType type, EntityDocument document, Style style) {
    List<String> categories =
        type == EntityType.RESOURCE
            ? document.texts(WikitextReader.CATEGORIES).stream()
                .filter(WikitextSkeleton::isTitle)
                .toList()
            : List.of();
    StringBuilder page = new StringBuilder(block(type, categories, style));
    categories.forEach(category -> categoryLine(page, WikitextFields.title(category)));
    if (type == EntityType.DASHBOARD) {
      categoryLine(page, "Dashboard");
    }
    categoryLine(page, WikitextFields.managed(type));
    return page.toString();
  }

  /** A block without any field. */
  private static String block(EntityType type, List<String> categories, Style style) {
    String name =
        WikitextFields.template(type)
            .orElseGet(() ->
                categories.isEmpty() ? "Resource" : WikitextFields.title(categories.getFirst()));
    String content = style == Style.TEMPLATE ? "{{" + name + "\n}}\n" : "";
    return WikitextFields.START + "\n" + content + WikitextFields.END + "\n";
  }

  /** Another name stays away and is found missing when the written page is read. */
  private static boolean isTitle(String category) {
    return EntityKey.problemWith(EntityType.CATEGORY, category).isEmpty()
        && category.chars().noneMatch(c -> "{}[]=#".indexOf(c) >= 0);
  }

  private static void categoryLine(StringBuilder page, String title) {
    page.append("[[Category:").append(title).append("]]\n");
  }
}
