package org.meetwright.server.pages.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/// Renders the descriptions of event types: paragraphs, lists, emphasis, links to pages of the web.
/// Everything else of Markdown, and all HTML, is text like any other. Line breaks are kept.
public final class Markdown {
  private static final Parser PARSER =
      Parser.builder()
          .enabledBlockTypes(Set.of(ListBlock.class))
          .extensions(List.of(AutolinkExtension.builder().linkTypes(AutolinkType.URL).build()))
          .build();

  private static final HtmlRenderer HERE = renderer(Map.of());
  private static final HtmlRenderer NEW_WINDOW = renderer(Map.of("target", "_blank"));
  private static final TextContentRenderer TEXT =
      TextContentRenderer.builder().lineBreakRendering(LineBreakRendering.COMPACT).build();

  private Markdown() {}

  private static HtmlRenderer renderer(Map<String, String> more) {
    return HtmlRenderer.builder()
        .escapeHtml(true)
        .softbreak("<br>\n")
        .attributeProviderFactory(
            context ->
                (node, tag, attributes) -> {
                  if (node instanceof Link) {
                    attributes.put("rel", "noopener nofollow ugc");
                    attributes.putAll(more);
                  }
                })
        .build();
  }

  /// Returns a text as HTML that is safe on our pages.
  ///
  /// @param newWindow whether links open a window of their own
  public static String html(String text, boolean newWindow) {
    return (newWindow ? NEW_WINDOW : HERE).render(read(text));
  }

  /// Returns the words of a text without its marks.
  public static String plain(String text) {
    Node document = read(text);
    document.accept(new Unlinking(link -> true));
    return TEXT.render(document);
  }

  private static Node read(String text) {
    Node document = PARSER.parse(text);
    document.accept(new Unlinking(link -> !isOfTheWeb(link.getDestination())));
    return document;
  }

  private static boolean isOfTheWeb(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://");
  }

  /// Puts the words of links in their place, and those of all pictures.
  private static final class Unlinking extends AbstractVisitor {
    private final Predicate<Link> unwanted;

    Unlinking(Predicate<Link> unwanted) {
      this.unwanted = unwanted;
    }

    @Override
    public void visit(Link link) {
      visitChildren(link);
      if (unwanted.test(link)) {
        unwrap(link);
      }
    }

    @Override
    public void visit(Image image) {
      visitChildren(image);
      unwrap(image);
    }

    private static void unwrap(Node node) {
      while (node.getFirstChild() != null) {
        node.insertBefore(node.getFirstChild());
      }
      node.unlink();
    }
  }
}
