package org.meetwright.desktop.guide;

import java.util.function.Consumer;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.control.QrImage;
import org.meetwright.desktop.text.Words;

/// A link to share: as text, on the clipboard, and as a QR code beside what invitees see.
final class LinkCard extends VBox {
  private static final int MODULE_PIXELS = 5;

  LinkCard(GuideViewModel.Preview preview, Words words, Consumer<String> copy) {
    super(16);
    ImageView code = new ImageView(QrImage.of(preview.link(), MODULE_PIXELS));
    code.setId("qr");
    code.setAccessibleText(words.get("guide.qr"));
    StackPane framed = new StackPane(code);
    framed.getStyleClass().add("qr");
    framed.setMinWidth(USE_PREF_SIZE);
    PreviewCard card = new PreviewCard(preview, words);
    HBox.setHgrow(card, Priority.ALWAYS);
    Prose copied = new Prose(words.get("guide.copied"));
    copied.getStyleClass().addAll("text-muted", "hint");
    HBox both = new HBox(16, framed, card);
    both.setAlignment(Pos.TOP_LEFT);
    getChildren().addAll(new VBox(4, link(preview, words, copy), copied), both);
  }

  private static HBox link(GuideViewModel.Preview preview, Words words, Consumer<String> copy) {
    TextField link = new TextField(preview.link());
    link.setId("link");
    link.setEditable(false);
    link.setAccessibleText(words.get("guide.link"));
    // Addresses run from left to right in every language.
    link.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    HBox.setHgrow(link, Priority.ALWAYS);
    Button again =
        Buttons.other("copy", words.get("guide.copy"), () -> copy.accept(preview.link()));
    return new HBox(8, link, again);
  }
}
