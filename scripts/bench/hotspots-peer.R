# What scripts/bench/hotspots sets beside Needscape: spdep on the same areas, with everything in memory before the clock starts.
# usage: Rscript hotspots-peer.R DATA AREAS PERMUTATIONS CORES
suppressPackageStartupMessages({
  library(sf)
  library(spdep)
})
arguments <- commandArgs(trailingOnly = TRUE)
reference <- file.path(arguments[1], "reference")
areas <- as.integer(arguments[2])
permutations <- as.integer(arguments[3])
invisible(set.coresOption(as.integer(arguments[4])))
set.seed(1)

plain <- tempfile(fileext = ".geojson")
zipped <- gzfile(file.path(reference, "england.geojson.gz"))
writeLines(readLines(zipped), plain)
close(zipped)
boundaries <- st_geometry(st_read(plain, quiet = TRUE))[seq_len(areas)]
unlink(plain)
scores <- read.csv(gzfile(file.path(reference, "england.csv.gz")))$imd2019_score[seq_len(areas)]

milliseconds <- function(expression) 1000 * unname(system.time(expression)["elapsed"])

took <- list()
took[["queen contiguity"]] <- milliseconds(queen <- suppressWarnings(poly2nb(boundaries, snap = 0)))
own <- nb2listw(include.self(queen), style = "B", zero.policy = TRUE)
row <- nb2listw(queen, style = "W", zero.policy = TRUE)
took[["Gi*, normal p"]] <- min(replicate(3, milliseconds(localG(scores, own, zero.policy = TRUE))))
# Without replacement where this version can; before 1.2-8 it only draws with replacement.
permuted <- function(statistic, weights) {
  options <- list(scores, weights, nsim = permutations, zero.policy = TRUE)
  if ("no_repeat_in_row" %in% names(formals(statistic))) options$no_repeat_in_row <- TRUE
  milliseconds(do.call(statistic, options))
}
took[["Gi*, permuted"]] <- permuted(localG_perm, own)
took[["local Moran, permuted"]] <- permuted(localmoran_perm, row)
cat("{", paste(sprintf('"%s": %.3f', names(took), unlist(took)), collapse = ", "), "}\n")
