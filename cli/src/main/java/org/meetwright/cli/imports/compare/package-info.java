/// Comparing the slots of another service with those here.
@NullMarked
package org.meetwright.cli.imports.compare;

import org.jspecify.annotations.NullMarked;
