//! Builds the engine as WebAssembly: cargo, then wasm-bindgen, then wasm-opt.

use anyhow::{Context, Result, ensure};
use cargo_metadata::MetadataCommand;
use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";

/// Vector instructions: every browser has had them since 2023 (Safari 16.4), Node since 16.4.
const RUSTFLAGS: &str = "-Ctarget-feature=+simd128";

/// How wasm-opt is run. It inlines nothing: rustc has done so, and functions that are longer still made the whole parse
/// 8 % slower in V8. The features are those that rustc's target has on by default, and vectors.
const WASM_OPT: [&str; 13] = [
    "-O3",
    "--always-inline-max-function-size=0",
    "--flexible-inline-max-function-size=0",
    "--one-caller-inline-max-function-size=0",
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-multivalue",
    "--strip-producers",
];

/// Writes `dist/banmian.wasm`, `dist/lexicon.bin` and the bindings `js/engine/engine.{js,d.ts}`.
///
/// Cargo decides whether the crate has to be built again; bindings and optimisation are done again only
/// when what cargo made differs from what they were last made of.
pub fn build() -> Result<()> {
    crate::lexicon::build()?;
    let metadata = MetadataCommand::new().no_deps().exec().context("cargo metadata")?;
    let root: PathBuf = metadata.workspace_root.into();
    let target: PathBuf = metadata.target_directory.into();
    let (dist, bindings) = (root.join("dist"), root.join("js/engine"));
    fs::create_dir_all(&dist)?;
    fs::create_dir_all(&bindings)?;
    copy_if_changed(&target.join("lexicon.bin"), &dist.join("lexicon.bin"))?;

    compile(&root)?;
    let crate_wasm = fs::read(target.join(TARGET).join("release/banmian.wasm"))?;
    let wasm = dist.join("banmian.wasm");
    let outputs = [wasm.clone(), bindings.join("engine.js"), bindings.join("engine.d.ts")];
    let stamp = target.join("wasm.stamp");
    let made_of = fingerprint(&crate_wasm);
    if outputs.iter().all(|path| path.exists()) && fs::read_to_string(&stamp).is_ok_and(|old| old == made_of)
    {
        println!("wasm: unchanged");
        return Ok(());
    }

    let start = Instant::now();
    let mut output = Bindgen::new()
        .input_bytes("banmian", crate_wasm)
        .web(true)?
        .typescript(true)
        .omit_default_module_path(true)
        .remove_producers_section(true)
        .generate_output()
        .context("wasm-bindgen")?;
    let snippets = output.snippets().values().flatten().chain(output.local_modules().keys()).next();
    ensure!(snippets.is_none(), "the bindings must be one file, but need {snippets:?}");
    fs::write(bindings.join("engine.js"), output.js())?;
    fs::write(bindings.join("engine.d.ts"), output.ts().context("type declarations")?)?;
    let unoptimized = target.join("banmian.bound.wasm");
    fs::write(&unoptimized, output.wasm_mut().emit_wasm())?;
    optimize(&root, &unoptimized, &wasm)?;
    fs::write(&stamp, made_of)?;
    println!("wasm: {} ({} bytes, {:.0?})", wasm.display(), wasm.metadata()?.len(), start.elapsed());
    Ok(())
}

fn compile(root: &Path) -> Result<()> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["build", "--quiet", "--lib", "--release", "--package", "banmian", "--target", TARGET])
        .env("CARGO_ENCODED_RUSTFLAGS", RUSTFLAGS)
        .current_dir(root)
        .status()
        .context("cargo build")?;
    ensure!(
        status.success(),
        "the crate does not build for {TARGET} (`rustup target add {TARGET}` installs it)"
    );
    Ok(())
}

fn optimize(root: &Path, from: &Path, to: &Path) -> Result<()> {
    let wasm_opt = root.join("node_modules/binaryen/bin/wasm-opt");
    ensure!(wasm_opt.exists(), "wasm-opt is not installed; run `npm ci` first");
    let status = Command::new("node")
        .arg(wasm_opt)
        .args(WASM_OPT)
        .arg(from)
        .arg("-o")
        .arg(to)
        .status()
        .context("node (wasm-opt)")?;
    ensure!(status.success(), "wasm-opt failed");
    Ok(())
}

fn copy_if_changed(from: &Path, to: &Path) -> Result<()> {
    let bytes = fs::read(from).with_context(|| format!("reading {}", from.display()))?;
    if fs::read(to).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    fs::write(to, bytes).with_context(|| format!("writing {}", to.display()))
}

/// Names what the outputs are made of: the crate's wasm and the way it is treated.
fn fingerprint(wasm: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    (wasm, WASM_OPT, include_str!("wasm.rs")).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
