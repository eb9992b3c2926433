/// The services from which can be imported: what each of them is asked, and what is made of it.
@NullMarked
package org.meetwright.cli.imports;

import org.jspecify.annotations.NullMarked;
