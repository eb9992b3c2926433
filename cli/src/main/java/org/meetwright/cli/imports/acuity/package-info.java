/// What the API of Acuity Scheduling answers.
@NullMarked
package org.meetwright.cli.imports.acuity;

import org.jspecify.annotations.NullMarked;
