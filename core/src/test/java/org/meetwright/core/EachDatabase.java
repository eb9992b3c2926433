package org.meetwright.core;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.meetwright.core.database.DatabaseKind;

/// Runs a test on each database, or on the one that the system property `test.database` names.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(EachDatabase.Kinds.class)
public @interface EachDatabase {
  /// The databases that tests run on.
  final class Kinds implements ArgumentsProvider {
    private static final String ONLY = System.getProperty("test.database", "");

    @Override
    public Stream<Arguments> provideArguments(
        ParameterDeclarations parameters, ExtensionContext context) {
      return Arrays.stream(DatabaseKind.values())
          .filter(kind -> ONLY.isEmpty() || kind.name().equals(ONLY.toUpperCase(Locale.ROOT)))
          .map(Arguments::of);
    }
  }
}
