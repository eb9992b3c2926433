/// What the API of Cal.com answers.
@NullMarked
package org.meetwright.cli.imports.calcom;

import org.jspecify.annotations.NullMarked;
