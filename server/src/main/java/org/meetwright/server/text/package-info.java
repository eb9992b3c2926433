/// The words that people read, by language.
@NullMarked
package org.meetwright.server.text;

import org.jspecify.annotations.NullMarked;
