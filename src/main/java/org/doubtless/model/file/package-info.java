/**
 * A model as one file, which is used without the product's database: what lies in it, and its words about itself. Knows
 * neither the database nor what the numbers mean; the library reads those.
 */
package org.doubtless.model.file;
