import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Rewrites jars whose classes are in the format of Java 5, as Picocli's are, in that of Java 8:
/// the same code, with the maps of the stack that the JDK asks for before it takes a class into its
/// AOT cache. Commands start in two thirds of the time; nothing else depends on it.
///
/// Arguments: the jars.
final class ClassFormat {
  /// The first format whose classes have such maps.
  private static final int MAPPED = ClassFile.JAVA_6_VERSION;

  private final ZipFile jar;
  private final ClassFile format;

  private ClassFormat(ZipFile jar) {
    this.jar = jar;
    ClassHierarchyResolver resolver =
        ClassHierarchyResolver.ofResourceParsing(this::code)
            .orElse(ClassHierarchyResolver.defaultResolver());
    this.format =
        ClassFile.of(
            StackMapsOption.GENERATE_STACK_MAPS, ClassHierarchyResolverOption.of(resolver));
  }

  public static void main(String[] arguments) throws IOException {
    for (String argument : arguments) {
      Path jar = Path.of(argument);
      Path rewritten = jar.resolveSibling(jar.getFileName() + ".new");
      try (ZipFile read = new ZipFile(jar.toFile())) {
        new ClassFormat(read).rewrite(rewritten);
      }
      // Where it was so before, its time stays: a cache is of jars with the times that they had.
      if (Files.mismatch(jar, rewritten) >= 0) {
        Files.move(rewritten, jar, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.deleteIfExists(rewritten);
    }
  }

  private void rewrite(Path to) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry entry : jar.stream().toList()) {
        ZipEntry copy = new ZipEntry(entry.getName());
        // The same whenever it is built.
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        byte[] content = read(entry);
        out.write(isOld(entry, content) ? renewed(content) : content);
        out.closeEntry();
      }
    }
  }

  private static boolean isOld(ZipEntry entry, byte[] content) {
    return entry.getName().endsWith(".class")
        && ((content[6] & 0xff) << 8 | content[7] & 0xff) < MAPPED;
  }

  private byte[] renewed(byte[] code) {
    // Each method's code is written anew, as it is, and its maps with it.
    return format.transformClass(
        format.parse(code),
        ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
            .andThen(
                ClassTransform.endHandler(
                    builder -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0))));
  }

  private byte[] read(ZipEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  private InputStream code(ClassDesc name) {
    String text = name.descriptorString();
    ZipEntry entry = jar.getEntry(text.substring(1, text.length() - 1) + ".class");
    try {
      return entry == null ? null : jar.getInputStream(entry);
    } catch (IOException unreadable) {
      return null;
    }
  }
}
