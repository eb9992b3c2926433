package org.meetwright.server.settings.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Field;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meetwright.server.settings.declaration.Format;
import org.meetwright.server.settings.declaration.Setting;

/// Whoever adds a room, or a setting to a room, is told to list it.
final class KnownSettingsTest {
  private static final Setting<String> STRAY =
      Setting.of("stray.name", Format.text("a name"), "What no room has.");

  @Test
  void listsEverySettingThatAClassDeclares() throws ReflectiveOperationException {
    URL program = KnownSettings.class.getProtectionDomain().getCodeSource().getLocation();

    assertThat(declared(new ClassFileImporter().importUrl(program)))
        .containsExactlyInAnyOrderElementsOf(KnownSettings.all());
  }

  @Test
  void noticesOneThatIsNotListed() throws ReflectiveOperationException {
    assertThat(declared(new ClassFileImporter().importClasses(KnownSettingsTest.class)))
        .containsExactly(STRAY)
        .doesNotContainAnyElementsOf(KnownSettings.all());
  }

  @Test
  void givesEachAKeyOfItsOwn() {
    assertThat(KnownSettings.all()).extracting(Setting::variable).doesNotHaveDuplicates();
  }

  private static List<Setting<?>> declared(JavaClasses classes)
      throws ReflectiveOperationException {
    List<Setting<?>> found = new ArrayList<>();
    for (JavaField each : classes.stream().flatMap(type -> type.getFields().stream()).toList()) {
      if (each.getRawType().isEquivalentTo(Setting.class)
          && each.getModifiers().contains(JavaModifier.STATIC)) {
        Field field = each.reflect();
        field.setAccessible(true);
        found.add((Setting<?>) field.get(null));
      }
    }
    return found;
  }
}
