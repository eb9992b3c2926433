package org.meetwright.desktop.guide;

import java.util.function.Consumer;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.QrImage;
import org.meetwright.desktop.text.Words;

/// A link to share: as text, on the clipboard, and as a QR code.
final class LinkCard extends VBox {
  private static final int MODULE_PIXELS = 4;

  LinkCard(GuideViewModel.Offer offer, Words words, Consumer<String> copy) {
    super(12);
    ImageView code = new ImageView(QrImage.of(offer.link(), MODULE_PIXELS));
    code.setId("qr");
    code.setAccessibleText(words.get("guide.qr"));
    StackPane framed = new StackPane(code);
    framed.getStyleClass().add("qr");
    TextField link = new TextField(offer.link());
    link.setId("link");
    link.setEditable(false);
    link.setAccessibleText(words.get("guide.link"));
    // Addresses run from left to right in every language.
    link.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    Label copied = new Label(words.get("guide.copied"));
    copied.getStyleClass().add("text-muted");
    setAlignment(Pos.TOP_LEFT);
    setPrefWidth(260);
    getChildren()
        .addAll(
            framed,
            link,
            Buttons.other(
                "copy",
                words.get("guide.copy"),
                () -> {
                  copy.accept(offer.link());
                  copied.setText(words.get("guide.copied"));
                }),
            copied);
  }
}
