import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;

/// Makes the icons of the systems, all from one SVG.
final class Icons {
  private static final int PNG_SIZE = 512;
  private static final int[] ICO_SIZES = {16, 24, 32, 48, 64, 128, 256};

  /// The types of pictures in a .icns by their size: those that hold a PNG.
  private static final Map<String, Integer> ICNS_SIZES = new LinkedHashMap<>();

  static {
    ICNS_SIZES.put("icp4", 16);
    ICNS_SIZES.put("icp5", 32);
    ICNS_SIZES.put("ic07", 128);
    ICNS_SIZES.put("ic08", 256);
    ICNS_SIZES.put("ic09", 512);
    ICNS_SIZES.put("ic10", 1024);
  }

  private Icons() {}

  /// Makes an icon.
  ///
  /// @param kind png, ico or icns
  /// @return the file, in the folder
  static Path make(String kind, Path svg, Path folder) throws IOException {
    SVGDocument drawing =
        Objects.requireNonNull(new SVGLoader().load(svg.toUri().toURL()), svg + " is no SVG");
    byte[] icon =
        switch (kind) {
          case "png" -> png(drawing, PNG_SIZE);
          case "ico" -> ico(drawing);
          case "icns" -> icns(drawing);
          default -> throw new IllegalArgumentException(kind);
        };
    return Files.write(folder.resolve("meetwright." + kind), icon);
  }

  private static byte[] png(SVGDocument drawing, int size) throws IOException {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    drawing.render(null, graphics, new ViewBox(size, size));
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  /// A header, an entry for each picture, and the pictures.
  private static byte[] ico(SVGDocument drawing) throws IOException {
    int at = 6 + 16 * ICO_SIZES.length;
    ByteBuffer head = ByteBuffer.allocate(at).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort((short) 0).putShort((short) 1).putShort((short) ICO_SIZES.length);
    ByteArrayOutputStream pictures = new ByteArrayOutputStream();
    for (int size : ICO_SIZES) {
      byte[] picture = png(drawing, size);
      // 0 is 256.
      head.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0);
      head.putShort((short) 1).putShort((short) 32).putInt(picture.length).putInt(at);
      at += picture.length;
      pictures.writeBytes(picture);
    }
    return join(head.array(), pictures.toByteArray());
  }

  /// "icns", the length of all, and for each picture its type, its length with these, and itself.
  private static byte[] icns(SVGDocument drawing) throws IOException {
    ByteArrayOutputStream pictures = new ByteArrayOutputStream();
    for (Map.Entry<String, Integer> kind : ICNS_SIZES.entrySet()) {
      byte[] picture = png(drawing, kind.getValue());
      pictures.writeBytes(head(kind.getKey(), picture.length));
      pictures.writeBytes(picture);
    }
    return join(head("icns", pictures.size()), pictures.toByteArray());
  }

  private static byte[] head(String type, int length) {
    return ByteBuffer.allocate(8)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .putInt(8 + length)
        .array();
  }

  private static byte[] join(byte[] one, byte[] other) {
    return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
  }
}
