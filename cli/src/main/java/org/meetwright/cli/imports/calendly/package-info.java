/// What Calendly's API answers.
@NullMarked
package org.meetwright.cli.imports.calendly;

import org.jspecify.annotations.NullMarked;
