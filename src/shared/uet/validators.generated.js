// Generated from schema/ by build/compile-schemas.ts; do not edit.
"use strict";
export const checkpointV1 = validate21;
const schema6 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/patchbay/checkpoint.v1.json","title":"Checkpoint v1","description":"A saved state of a run that can be restored: a commit, a copy of the ledger, and what was under way.","type":"object","required":["schema","checkpoint_id","run_id","state","reason","created_at"],"additionalProperties":false,"properties":{"doc_id":{"description":"Annotation of the framework's documents; ignored.","type":"string"},"$schema":{"description":"For editors; ignored.","type":"string"},"schema":{"description":"Which format the document has.","const":"patchbay/checkpoint.v1"},"checkpoint_id":{"description":"Names the checkpoint.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"run_id":{"description":"The run that was saved.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"phase_id":{"description":"The phase that had just ended.","type":["string","null"]},"state":{"description":"Where it stands.","enum":["creating","ready","restoring","failed","expired"]},"reason":{"description":"Why it was made.","enum":["phase_boundary","before_publish","before_restore","on_demand"]},"ref":{"description":"The ref that holds the commit.","type":"string","pattern":"^refs/patchbay/checkpoints/[^ ~^:?*\\[\\\\]+$"},"commit":{"description":"The head of the run at that moment.","type":"string","pattern":"^[0-9a-f]{40}$"},"tag":{"description":"A tag on the same commit, where the project asks for one.","type":["string","null"]},"event_seq":{"description":"The newest event that is part of it.","type":"integer","minimum":0},"ledger":{"description":"The copy of the ledger.","type":"object","required":["file","sha256","bytes"],"additionalProperties":false,"properties":{"file":{"description":"Where it is.","type":"string","minLength":1},"sha256":{"description":"A sum over it.","type":"string","pattern":"^[0-9a-f]{64}$"},"bytes":{"description":"Its size.","type":"integer","minimum":0}}},"recovered_patch_ids":{"description":"What running attempts had changed, kept as patches.","type":"array","items":{"description":"A patch's id.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"uniqueItems":true},"bytes":{"description":"What it takes on disk.","type":"integer","minimum":0},"created_at":{"description":"When it was made.","type":"string","format":"date-time"},"expires_at":{"description":"When it may be removed; null is never.","type":["string","null"],"format":"date-time"},"restores":{"description":"Every time it was restored, oldest first.","type":"array","items":{"description":"One time.","type":"object","required":["at","undo_checkpoint_id"],"additionalProperties":false,"properties":{"at":{"description":"When.","type":"string","format":"date-time"},"by":{"description":"By whom.","type":"string","minLength":1},"undo_checkpoint_id":{"description":"The checkpoint that takes this restore back.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"}}}}}};
const func2 = Object.prototype.hasOwnProperty;
const func3 = (text) => { let n = 0; for (const _ of text) n += 1; return n; };
const pattern0 = new RegExp("^[0-9A-HJKMNP-TV-Z]{26}$", "u");
const pattern2 = new RegExp("^refs/patchbay/checkpoints/[^ ~^:?*\\[\\\\]+$", "u");
const pattern3 = new RegExp("^[0-9a-f]{40}$", "u");
const pattern4 = new RegExp("^[0-9a-f]{64}$", "u");
const formats0 = /^(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/patchbay/checkpoint.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema"},message:"must have required property '"+"schema"+"'",schema:schema6.required,parentSchema:schema6,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.checkpoint_id === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "checkpoint_id"},message:"must have required property '"+"checkpoint_id"+"'",schema:schema6.required,parentSchema:schema6,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.run_id === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "run_id"},message:"must have required property '"+"run_id"+"'",schema:schema6.required,parentSchema:schema6,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.state === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "state"},message:"must have required property '"+"state"+"'",schema:schema6.required,parentSchema:schema6,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.reason === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'",schema:schema6.required,parentSchema:schema6,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.created_at === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "created_at"},message:"must have required property '"+"created_at"+"'",schema:schema6.required,parentSchema:schema6,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema6.properties, key0))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema6,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err7 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema6.properties.doc_id.type,parentSchema:schema6.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.$schema !== undefined){
let data1 = data.$schema;
if(typeof data1 !== "string"){
const err8 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema6.properties.$schema.type,parentSchema:schema6.properties.$schema,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.schema !== undefined){
let data2 = data.schema;
if("patchbay/checkpoint.v1" !== data2){
const err9 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/const",keyword:"const",params:{allowedValue: "patchbay/checkpoint.v1"},message:"must be equal to constant",schema:"patchbay/checkpoint.v1",parentSchema:schema6.properties.schema,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.checkpoint_id !== undefined){
let data3 = data.checkpoint_id;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err10 = {instancePath:instancePath+"/checkpoint_id",schemaPath:"#/properties/checkpoint_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema6.properties.checkpoint_id,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/checkpoint_id",schemaPath:"#/properties/checkpoint_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema6.properties.checkpoint_id.type,parentSchema:schema6.properties.checkpoint_id,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.run_id !== undefined){
let data4 = data.run_id;
if(typeof data4 === "string"){
if(!pattern0.test(data4)){
const err12 = {instancePath:instancePath+"/run_id",schemaPath:"#/properties/run_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema6.properties.run_id,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/run_id",schemaPath:"#/properties/run_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema6.properties.run_id.type,parentSchema:schema6.properties.run_id,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.phase_id !== undefined){
let data5 = data.phase_id;
if((typeof data5 !== "string") && (data5 !== null)){
const err14 = {instancePath:instancePath+"/phase_id",schemaPath:"#/properties/phase_id/type",keyword:"type",params:{type: schema6.properties.phase_id.type},message:"must be string,null",schema:schema6.properties.phase_id.type,parentSchema:schema6.properties.phase_id,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.state !== undefined){
let data6 = data.state;
if(!(((((data6 === "creating") || (data6 === "ready")) || (data6 === "restoring")) || (data6 === "failed")) || (data6 === "expired"))){
const err15 = {instancePath:instancePath+"/state",schemaPath:"#/properties/state/enum",keyword:"enum",params:{allowedValues: schema6.properties.state.enum},message:"must be equal to one of the allowed values",schema:schema6.properties.state.enum,parentSchema:schema6.properties.state,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.reason !== undefined){
let data7 = data.reason;
if(!((((data7 === "phase_boundary") || (data7 === "before_publish")) || (data7 === "before_restore")) || (data7 === "on_demand"))){
const err16 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/enum",keyword:"enum",params:{allowedValues: schema6.properties.reason.enum},message:"must be equal to one of the allowed values",schema:schema6.properties.reason.enum,parentSchema:schema6.properties.reason,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.ref !== undefined){
let data8 = data.ref;
if(typeof data8 === "string"){
if(!pattern2.test(data8)){
const err17 = {instancePath:instancePath+"/ref",schemaPath:"#/properties/ref/pattern",keyword:"pattern",params:{pattern: "^refs/patchbay/checkpoints/[^ ~^:?*\\[\\\\]+$"},message:"must match pattern \""+"^refs/patchbay/checkpoints/[^ ~^:?*\\[\\\\]+$"+"\"",schema:"^refs/patchbay/checkpoints/[^ ~^:?*\\[\\\\]+$",parentSchema:schema6.properties.ref,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/ref",schemaPath:"#/properties/ref/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema6.properties.ref.type,parentSchema:schema6.properties.ref,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.commit !== undefined){
let data9 = data.commit;
if(typeof data9 === "string"){
if(!pattern3.test(data9)){
const err19 = {instancePath:instancePath+"/commit",schemaPath:"#/properties/commit/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{40}$"},message:"must match pattern \""+"^[0-9a-f]{40}$"+"\"",schema:"^[0-9a-f]{40}$",parentSchema:schema6.properties.commit,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/commit",schemaPath:"#/properties/commit/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema6.properties.commit.type,parentSchema:schema6.properties.commit,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.tag !== undefined){
let data10 = data.tag;
if((typeof data10 !== "string") && (data10 !== null)){
const err21 = {instancePath:instancePath+"/tag",schemaPath:"#/properties/tag/type",keyword:"type",params:{type: schema6.properties.tag.type},message:"must be string,null",schema:schema6.properties.tag.type,parentSchema:schema6.properties.tag,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.event_seq !== undefined){
let data11 = data.event_seq;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err22 = {instancePath:instancePath+"/event_seq",schemaPath:"#/properties/event_seq/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema6.properties.event_seq.type,parentSchema:schema6.properties.event_seq,data:data11};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 0 || isNaN(data11)){
const err23 = {instancePath:instancePath+"/event_seq",schemaPath:"#/properties/event_seq/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema6.properties.event_seq,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
if(data.ledger !== undefined){
let data12 = data.ledger;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.file === undefined){
const err24 = {instancePath:instancePath+"/ledger",schemaPath:"#/properties/ledger/required",keyword:"required",params:{missingProperty: "file"},message:"must have required property '"+"file"+"'",schema:schema6.properties.ledger.required,parentSchema:schema6.properties.ledger,data:data12};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data12.sha256 === undefined){
const err25 = {instancePath:instancePath+"/ledger",schemaPath:"#/properties/ledger/required",keyword:"required",params:{missingProperty: "sha256"},message:"must have required property '"+"sha256"+"'",schema:schema6.properties.ledger.required,parentSchema:schema6.properties.ledger,data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data12.bytes === undefined){
const err26 = {instancePath:instancePath+"/ledger",schemaPath:"#/properties/ledger/required",keyword:"required",params:{missingProperty: "bytes"},message:"must have required property '"+"bytes"+"'",schema:schema6.properties.ledger.required,parentSchema:schema6.properties.ledger,data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
for(const key1 in data12){
if(!(((key1 === "file") || (key1 === "sha256")) || (key1 === "bytes"))){
const err27 = {instancePath:instancePath+"/ledger",schemaPath:"#/properties/ledger/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema6.properties.ledger,data:data12};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data12.file !== undefined){
let data13 = data12.file;
if(typeof data13 === "string"){
if(func3(data13) < 1){
const err28 = {instancePath:instancePath+"/ledger/file",schemaPath:"#/properties/ledger/properties/file/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema6.properties.ledger.properties.file,data:data13};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/ledger/file",schemaPath:"#/properties/ledger/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema6.properties.ledger.properties.file.type,parentSchema:schema6.properties.ledger.properties.file,data:data13};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data12.sha256 !== undefined){
let data14 = data12.sha256;
if(typeof data14 === "string"){
if(!pattern4.test(data14)){
const err30 = {instancePath:instancePath+"/ledger/sha256",schemaPath:"#/properties/ledger/properties/sha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema6.properties.ledger.properties.sha256,data:data14};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/ledger/sha256",schemaPath:"#/properties/ledger/properties/sha256/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema6.properties.ledger.properties.sha256.type,parentSchema:schema6.properties.ledger.properties.sha256,data:data14};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data12.bytes !== undefined){
let data15 = data12.bytes;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err32 = {instancePath:instancePath+"/ledger/bytes",schemaPath:"#/properties/ledger/properties/bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema6.properties.ledger.properties.bytes.type,parentSchema:schema6.properties.ledger.properties.bytes,data:data15};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 0 || isNaN(data15)){
const err33 = {instancePath:instancePath+"/ledger/bytes",schemaPath:"#/properties/ledger/properties/bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema6.properties.ledger.properties.bytes,data:data15};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
}
else {
const err34 = {instancePath:instancePath+"/ledger",schemaPath:"#/properties/ledger/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema6.properties.ledger.type,parentSchema:schema6.properties.ledger,data:data12};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.recovered_patch_ids !== undefined){
let data16 = data.recovered_patch_ids;
if(Array.isArray(data16)){
const len0 = data16.length;
for(let i0=0; i0<len0; i0++){
let data17 = data16[i0];
if(typeof data17 === "string"){
if(!pattern0.test(data17)){
const err35 = {instancePath:instancePath+"/recovered_patch_ids/" + i0,schemaPath:"#/properties/recovered_patch_ids/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema6.properties.recovered_patch_ids.items,data:data17};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/recovered_patch_ids/" + i0,schemaPath:"#/properties/recovered_patch_ids/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema6.properties.recovered_patch_ids.items.type,parentSchema:schema6.properties.recovered_patch_ids.items,data:data17};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
let i1 = data16.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data16[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err37 = {instancePath:instancePath+"/recovered_patch_ids",schemaPath:"#/properties/recovered_patch_ids/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema6.properties.recovered_patch_ids,data:data16};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err38 = {instancePath:instancePath+"/recovered_patch_ids",schemaPath:"#/properties/recovered_patch_ids/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema6.properties.recovered_patch_ids.type,parentSchema:schema6.properties.recovered_patch_ids,data:data16};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.bytes !== undefined){
let data18 = data.bytes;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err39 = {instancePath:instancePath+"/bytes",schemaPath:"#/properties/bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema6.properties.bytes.type,parentSchema:schema6.properties.bytes,data:data18};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 < 0 || isNaN(data18)){
const err40 = {instancePath:instancePath+"/bytes",schemaPath:"#/properties/bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema6.properties.bytes,data:data18};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
if(data.created_at !== undefined){
let data19 = data.created_at;
if(typeof data19 === "string"){
if(!(formats0.test(data19))){
const err41 = {instancePath:instancePath+"/created_at",schemaPath:"#/properties/created_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema6.properties.created_at,data:data19};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/created_at",schemaPath:"#/properties/created_at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema6.properties.created_at.type,parentSchema:schema6.properties.created_at,data:data19};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.expires_at !== undefined){
let data20 = data.expires_at;
if((typeof data20 !== "string") && (data20 !== null)){
const err43 = {instancePath:instancePath+"/expires_at",schemaPath:"#/properties/expires_at/type",keyword:"type",params:{type: schema6.properties.expires_at.type},message:"must be string,null",schema:schema6.properties.expires_at.type,parentSchema:schema6.properties.expires_at,data:data20};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(typeof data20 === "string"){
if(!(formats0.test(data20))){
const err44 = {instancePath:instancePath+"/expires_at",schemaPath:"#/properties/expires_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema6.properties.expires_at,data:data20};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
if(data.restores !== undefined){
let data21 = data.restores;
if(Array.isArray(data21)){
const len1 = data21.length;
for(let i2=0; i2<len1; i2++){
let data22 = data21[i2];
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(data22.at === undefined){
const err45 = {instancePath:instancePath+"/restores/" + i2,schemaPath:"#/properties/restores/items/required",keyword:"required",params:{missingProperty: "at"},message:"must have required property '"+"at"+"'",schema:schema6.properties.restores.items.required,parentSchema:schema6.properties.restores.items,data:data22};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data22.undo_checkpoint_id === undefined){
const err46 = {instancePath:instancePath+"/restores/" + i2,schemaPath:"#/properties/restores/items/required",keyword:"required",params:{missingProperty: "undo_checkpoint_id"},message:"must have required property '"+"undo_checkpoint_id"+"'",schema:schema6.properties.restores.items.required,parentSchema:schema6.properties.restores.items,data:data22};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
for(const key2 in data22){
if(!(((key2 === "at") || (key2 === "by")) || (key2 === "undo_checkpoint_id"))){
const err47 = {instancePath:instancePath+"/restores/" + i2,schemaPath:"#/properties/restores/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema6.properties.restores.items,data:data22};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data22.at !== undefined){
let data23 = data22.at;
if(typeof data23 === "string"){
if(!(formats0.test(data23))){
const err48 = {instancePath:instancePath+"/restores/" + i2+"/at",schemaPath:"#/properties/restores/items/properties/at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema6.properties.restores.items.properties.at,data:data23};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/restores/" + i2+"/at",schemaPath:"#/properties/restores/items/properties/at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema6.properties.restores.items.properties.at.type,parentSchema:schema6.properties.restores.items.properties.at,data:data23};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data22.by !== undefined){
let data24 = data22.by;
if(typeof data24 === "string"){
if(func3(data24) < 1){
const err50 = {instancePath:instancePath+"/restores/" + i2+"/by",schemaPath:"#/properties/restores/items/properties/by/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema6.properties.restores.items.properties.by,data:data24};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/restores/" + i2+"/by",schemaPath:"#/properties/restores/items/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema6.properties.restores.items.properties.by.type,parentSchema:schema6.properties.restores.items.properties.by,data:data24};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data22.undo_checkpoint_id !== undefined){
let data25 = data22.undo_checkpoint_id;
if(typeof data25 === "string"){
if(!pattern0.test(data25)){
const err52 = {instancePath:instancePath+"/restores/" + i2+"/undo_checkpoint_id",schemaPath:"#/properties/restores/items/properties/undo_checkpoint_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema6.properties.restores.items.properties.undo_checkpoint_id,data:data25};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/restores/" + i2+"/undo_checkpoint_id",schemaPath:"#/properties/restores/items/properties/undo_checkpoint_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema6.properties.restores.items.properties.undo_checkpoint_id.type,parentSchema:schema6.properties.restores.items.properties.undo_checkpoint_id,data:data25};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
else {
const err54 = {instancePath:instancePath+"/restores/" + i2,schemaPath:"#/properties/restores/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema6.properties.restores.items.type,parentSchema:schema6.properties.restores.items,data:data22};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/restores",schemaPath:"#/properties/restores/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema6.properties.restores.type,parentSchema:schema6.properties.restores,data:data21};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema6.type,parentSchema:schema6,data};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}

export const compensationV1 = validate22;
const schema7 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/patchbay/compensation.v1.json","title":"Compensation v1","description":"What a rollback does: typed actions, in the order in which they run.","type":"object","required":["schema","compensation_id","run_id","scope","trigger","state","actions"],"additionalProperties":false,"properties":{"doc_id":{"description":"Annotation of the framework's documents; ignored.","type":"string"},"$schema":{"description":"For editors; ignored.","type":"string"},"schema":{"description":"Which format the document has.","const":"patchbay/compensation.v1"},"compensation_id":{"description":"Names the compensation.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"run_id":{"description":"The run in which something is taken back.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"scope":{"description":"What is taken back.","type":"object","required":["level","ids"],"additionalProperties":false,"properties":{"level":{"description":"How much.","enum":["patch","task","phase","phases","run"]},"ids":{"description":"Which ones.","type":"array","items":{"description":"An id.","type":"string","minLength":1},"minItems":1,"uniqueItems":true}}},"trigger":{"description":"What asked for it.","enum":["manual","integration_failed","policy","budget","security"]},"state":{"description":"Where it stands. A failed one has stopped and asks a person.","enum":["pending","running","succeeded","failed"]},"dry_run":{"description":"True: it only says what it would do.","type":"boolean","default":false},"requested_by":{"description":"The person or program that asked for it.","type":"string"},"created_at":{"description":"When it was asked for.","type":"string","format":"date-time"},"ended_at":{"description":"When it ended; null while it has not.","type":["string","null"],"format":"date-time"},"actions":{"description":"Its actions. Each may run twice with the same result.","type":"array","items":{"description":"One action.","type":"object","required":["action_id","type","state"],"additionalProperties":false,"properties":{"action_id":{"description":"Names the action in its list.","type":"string","minLength":1},"type":{"description":"What sort of action it is.","enum":["git_restore","git_revert","command","sql_down","manual"]},"patch_id":{"description":"The patch it takes back.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"commit":{"description":"The commit it takes back or goes back to.","type":["string","null"],"pattern":"^[0-9a-f]{40}$"},"command":{"description":"Program and arguments, for a command.","type":"array","items":{"description":"A word of it.","type":"string"},"minItems":1},"file":{"description":"The script that undoes a change of a database, for sql_down.","type":"string","minLength":1},"instructions":{"description":"What a person has to do, for manual.","type":"string","minLength":1},"state":{"description":"Where it stands.","enum":["pending","running","done","skipped","failed"]},"message":{"description":"What came of it.","type":"string"},"rollback_patch_id":{"description":"The patch that came out of it.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"log":{"description":"Where its output is kept.","type":"string"},"started_at":{"description":"When it began.","type":["string","null"],"format":"date-time"},"ended_at":{"description":"When it ended.","type":["string","null"],"format":"date-time"}},"allOf":[{"if":{"properties":{"type":{"const":"command"}},"required":["type"]},"then":{"required":["command"]}},{"if":{"properties":{"type":{"const":"sql_down"}},"required":["type"]},"then":{"required":["file"]}},{"if":{"properties":{"type":{"const":"manual"}},"required":["type"]},"then":{"required":["instructions"]}}]},"minItems":1}}};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/patchbay/compensation.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema"},message:"must have required property '"+"schema"+"'",schema:schema7.required,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.compensation_id === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "compensation_id"},message:"must have required property '"+"compensation_id"+"'",schema:schema7.required,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.run_id === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "run_id"},message:"must have required property '"+"run_id"+"'",schema:schema7.required,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.scope === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "scope"},message:"must have required property '"+"scope"+"'",schema:schema7.required,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.trigger === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "trigger"},message:"must have required property '"+"trigger"+"'",schema:schema7.required,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.state === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "state"},message:"must have required property '"+"state"+"'",schema:schema7.required,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.actions === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "actions"},message:"must have required property '"+"actions"+"'",schema:schema7.required,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema7.properties, key0))){
const err7 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err8 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema7.properties.doc_id.type,parentSchema:schema7.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.$schema !== undefined){
let data1 = data.$schema;
if(typeof data1 !== "string"){
const err9 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema7.properties.$schema.type,parentSchema:schema7.properties.$schema,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.schema !== undefined){
let data2 = data.schema;
if("patchbay/compensation.v1" !== data2){
const err10 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/const",keyword:"const",params:{allowedValue: "patchbay/compensation.v1"},message:"must be equal to constant",schema:"patchbay/compensation.v1",parentSchema:schema7.properties.schema,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.compensation_id !== undefined){
let data3 = data.compensation_id;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err11 = {instancePath:instancePath+"/compensation_id",schemaPath:"#/properties/compensation_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema7.properties.compensation_id,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/compensation_id",schemaPath:"#/properties/compensation_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema7.properties.compensation_id.type,parentSchema:schema7.properties.compensation_id,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.run_id !== undefined){
let data4 = data.run_id;
if(typeof data4 === "string"){
if(!pattern0.test(data4)){
const err13 = {instancePath:instancePath+"/run_id",schemaPath:"#/properties/run_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema7.properties.run_id,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/run_id",schemaPath:"#/properties/run_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema7.properties.run_id.type,parentSchema:schema7.properties.run_id,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.scope !== undefined){
let data5 = data.scope;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.level === undefined){
const err15 = {instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/required",keyword:"required",params:{missingProperty: "level"},message:"must have required property '"+"level"+"'",schema:schema7.properties.scope.required,parentSchema:schema7.properties.scope,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data5.ids === undefined){
const err16 = {instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/required",keyword:"required",params:{missingProperty: "ids"},message:"must have required property '"+"ids"+"'",schema:schema7.properties.scope.required,parentSchema:schema7.properties.scope,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
for(const key1 in data5){
if(!((key1 === "level") || (key1 === "ids"))){
const err17 = {instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema7.properties.scope,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data5.level !== undefined){
let data6 = data5.level;
if(!(((((data6 === "patch") || (data6 === "task")) || (data6 === "phase")) || (data6 === "phases")) || (data6 === "run"))){
const err18 = {instancePath:instancePath+"/scope/level",schemaPath:"#/properties/scope/properties/level/enum",keyword:"enum",params:{allowedValues: schema7.properties.scope.properties.level.enum},message:"must be equal to one of the allowed values",schema:schema7.properties.scope.properties.level.enum,parentSchema:schema7.properties.scope.properties.level,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data5.ids !== undefined){
let data7 = data5.ids;
if(Array.isArray(data7)){
if(data7.length < 1){
const err19 = {instancePath:instancePath+"/scope/ids",schemaPath:"#/properties/scope/properties/ids/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema7.properties.scope.properties.ids,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(typeof data8 === "string"){
if(func3(data8) < 1){
const err20 = {instancePath:instancePath+"/scope/ids/" + i0,schemaPath:"#/properties/scope/properties/ids/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema7.properties.scope.properties.ids.items,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/scope/ids/" + i0,schemaPath:"#/properties/scope/properties/ids/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema7.properties.scope.properties.ids.items.type,parentSchema:schema7.properties.scope.properties.ids.items,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
let i1 = data7.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data7[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err22 = {instancePath:instancePath+"/scope/ids",schemaPath:"#/properties/scope/properties/ids/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema7.properties.scope.properties.ids,data:data7};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err23 = {instancePath:instancePath+"/scope/ids",schemaPath:"#/properties/scope/properties/ids/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema7.properties.scope.properties.ids.type,parentSchema:schema7.properties.scope.properties.ids,data:data7};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema7.properties.scope.type,parentSchema:schema7.properties.scope,data:data5};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.trigger !== undefined){
let data9 = data.trigger;
if(!(((((data9 === "manual") || (data9 === "integration_failed")) || (data9 === "policy")) || (data9 === "budget")) || (data9 === "security"))){
const err25 = {instancePath:instancePath+"/trigger",schemaPath:"#/properties/trigger/enum",keyword:"enum",params:{allowedValues: schema7.properties.trigger.enum},message:"must be equal to one of the allowed values",schema:schema7.properties.trigger.enum,parentSchema:schema7.properties.trigger,data:data9};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.state !== undefined){
let data10 = data.state;
if(!((((data10 === "pending") || (data10 === "running")) || (data10 === "succeeded")) || (data10 === "failed"))){
const err26 = {instancePath:instancePath+"/state",schemaPath:"#/properties/state/enum",keyword:"enum",params:{allowedValues: schema7.properties.state.enum},message:"must be equal to one of the allowed values",schema:schema7.properties.state.enum,parentSchema:schema7.properties.state,data:data10};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.dry_run !== undefined){
let data11 = data.dry_run;
if(typeof data11 !== "boolean"){
const err27 = {instancePath:instancePath+"/dry_run",schemaPath:"#/properties/dry_run/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema7.properties.dry_run.type,parentSchema:schema7.properties.dry_run,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.requested_by !== undefined){
let data12 = data.requested_by;
if(typeof data12 !== "string"){
const err28 = {instancePath:instancePath+"/requested_by",schemaPath:"#/properties/requested_by/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema7.properties.requested_by.type,parentSchema:schema7.properties.requested_by,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.created_at !== undefined){
let data13 = data.created_at;
if(typeof data13 === "string"){
if(!(formats0.test(data13))){
const err29 = {instancePath:instancePath+"/created_at",schemaPath:"#/properties/created_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema7.properties.created_at,data:data13};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/created_at",schemaPath:"#/properties/created_at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema7.properties.created_at.type,parentSchema:schema7.properties.created_at,data:data13};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.ended_at !== undefined){
let data14 = data.ended_at;
if((typeof data14 !== "string") && (data14 !== null)){
const err31 = {instancePath:instancePath+"/ended_at",schemaPath:"#/properties/ended_at/type",keyword:"type",params:{type: schema7.properties.ended_at.type},message:"must be string,null",schema:schema7.properties.ended_at.type,parentSchema:schema7.properties.ended_at,data:data14};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(typeof data14 === "string"){
if(!(formats0.test(data14))){
const err32 = {instancePath:instancePath+"/ended_at",schemaPath:"#/properties/ended_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema7.properties.ended_at,data:data14};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
if(data.actions !== undefined){
let data15 = data.actions;
if(Array.isArray(data15)){
if(data15.length < 1){
const err33 = {instancePath:instancePath+"/actions",schemaPath:"#/properties/actions/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema7.properties.actions,data:data15};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
const len1 = data15.length;
for(let i2=0; i2<len1; i2++){
let data16 = data15[i2];
const _errs34 = errors;
let valid8 = true;
const _errs35 = errors;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
let missing0;
if((data16.type === undefined) && (missing0 = "type")){
const err34 = {};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
else {
if(data16.type !== undefined){
if("command" !== data16.type){
const err35 = {};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
}
var _valid0 = _errs35 === errors;
errors = _errs34;
if(vErrors !== null){
if(_errs34){
vErrors.length = _errs34;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs37 = errors;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.command === undefined){
const err36 = {instancePath:instancePath+"/actions/" + i2,schemaPath:"#/properties/actions/items/allOf/0/then/required",keyword:"required",params:{missingProperty: "command"},message:"must have required property '"+"command"+"'",schema:schema7.properties.actions.items.allOf[0].then.required,parentSchema:schema7.properties.actions.items.allOf[0].then,data:data16};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
var _valid0 = _errs37 === errors;
valid8 = _valid0;
}
if(!valid8){
const err37 = {instancePath:instancePath+"/actions/" + i2,schemaPath:"#/properties/actions/items/allOf/0/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema7.properties.actions.items.allOf[0].if,parentSchema:schema7.properties.actions.items.allOf[0],data:data16};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
const _errs39 = errors;
let valid10 = true;
const _errs40 = errors;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
let missing1;
if((data16.type === undefined) && (missing1 = "type")){
const err38 = {};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
else {
if(data16.type !== undefined){
if("sql_down" !== data16.type){
const err39 = {};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
}
var _valid1 = _errs40 === errors;
errors = _errs39;
if(vErrors !== null){
if(_errs39){
vErrors.length = _errs39;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs42 = errors;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.file === undefined){
const err40 = {instancePath:instancePath+"/actions/" + i2,schemaPath:"#/properties/actions/items/allOf/1/then/required",keyword:"required",params:{missingProperty: "file"},message:"must have required property '"+"file"+"'",schema:schema7.properties.actions.items.allOf[1].then.required,parentSchema:schema7.properties.actions.items.allOf[1].then,data:data16};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
var _valid1 = _errs42 === errors;
valid10 = _valid1;
}
if(!valid10){
const err41 = {instancePath:instancePath+"/actions/" + i2,schemaPath:"#/properties/actions/items/allOf/1/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema7.properties.actions.items.allOf[1].if,parentSchema:schema7.properties.actions.items.allOf[1],data:data16};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
const _errs44 = errors;
let valid12 = true;
const _errs45 = errors;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
let missing2;
if((data16.type === undefined) && (missing2 = "type")){
const err42 = {};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
else {
if(data16.type !== undefined){
if("manual" !== data16.type){
const err43 = {};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
}
var _valid2 = _errs45 === errors;
errors = _errs44;
if(vErrors !== null){
if(_errs44){
vErrors.length = _errs44;
}
else {
vErrors = null;
}
}
if(_valid2){
const _errs47 = errors;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.instructions === undefined){
const err44 = {instancePath:instancePath+"/actions/" + i2,schemaPath:"#/properties/actions/items/allOf/2/then/required",keyword:"required",params:{missingProperty: "instructions"},message:"must have required property '"+"instructions"+"'",schema:schema7.properties.actions.items.allOf[2].then.required,parentSchema:schema7.properties.actions.items.allOf[2].then,data:data16};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
var _valid2 = _errs47 === errors;
valid12 = _valid2;
}
if(!valid12){
const err45 = {instancePath:instancePath+"/actions/" + i2,schemaPath:"#/properties/actions/items/allOf/2/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema",schema:schema7.properties.actions.items.allOf[2].if,parentSchema:schema7.properties.actions.items.allOf[2],data:data16};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.action_id === undefined){
const err46 = {instancePath:instancePath+"/actions/" + i2,schemaPath:"#/properties/actions/items/required",keyword:"required",params:{missingProperty: "action_id"},message:"must have required property '"+"action_id"+"'",schema:schema7.properties.actions.items.required,parentSchema:schema7.properties.actions.items,data:data16};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(data16.type === undefined){
const err47 = {instancePath:instancePath+"/actions/" + i2,schemaPath:"#/properties/actions/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema7.properties.actions.items.required,parentSchema:schema7.properties.actions.items,data:data16};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data16.state === undefined){
const err48 = {instancePath:instancePath+"/actions/" + i2,schemaPath:"#/properties/actions/items/required",keyword:"required",params:{missingProperty: "state"},message:"must have required property '"+"state"+"'",schema:schema7.properties.actions.items.required,parentSchema:schema7.properties.actions.items,data:data16};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
for(const key2 in data16){
if(!(func2.call(schema7.properties.actions.items.properties, key2))){
const err49 = {instancePath:instancePath+"/actions/" + i2,schemaPath:"#/properties/actions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema7.properties.actions.items,data:data16};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data16.action_id !== undefined){
let data20 = data16.action_id;
if(typeof data20 === "string"){
if(func3(data20) < 1){
const err50 = {instancePath:instancePath+"/actions/" + i2+"/action_id",schemaPath:"#/properties/actions/items/properties/action_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema7.properties.actions.items.properties.action_id,data:data20};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/actions/" + i2+"/action_id",schemaPath:"#/properties/actions/items/properties/action_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema7.properties.actions.items.properties.action_id.type,parentSchema:schema7.properties.actions.items.properties.action_id,data:data20};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data16.type !== undefined){
let data21 = data16.type;
if(!(((((data21 === "git_restore") || (data21 === "git_revert")) || (data21 === "command")) || (data21 === "sql_down")) || (data21 === "manual"))){
const err52 = {instancePath:instancePath+"/actions/" + i2+"/type",schemaPath:"#/properties/actions/items/properties/type/enum",keyword:"enum",params:{allowedValues: schema7.properties.actions.items.properties.type.enum},message:"must be equal to one of the allowed values",schema:schema7.properties.actions.items.properties.type.enum,parentSchema:schema7.properties.actions.items.properties.type,data:data21};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data16.patch_id !== undefined){
let data22 = data16.patch_id;
if((typeof data22 !== "string") && (data22 !== null)){
const err53 = {instancePath:instancePath+"/actions/" + i2+"/patch_id",schemaPath:"#/properties/actions/items/properties/patch_id/type",keyword:"type",params:{type: schema7.properties.actions.items.properties.patch_id.type},message:"must be string,null",schema:schema7.properties.actions.items.properties.patch_id.type,parentSchema:schema7.properties.actions.items.properties.patch_id,data:data22};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(typeof data22 === "string"){
if(!pattern0.test(data22)){
const err54 = {instancePath:instancePath+"/actions/" + i2+"/patch_id",schemaPath:"#/properties/actions/items/properties/patch_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema7.properties.actions.items.properties.patch_id,data:data22};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
if(data16.commit !== undefined){
let data23 = data16.commit;
if((typeof data23 !== "string") && (data23 !== null)){
const err55 = {instancePath:instancePath+"/actions/" + i2+"/commit",schemaPath:"#/properties/actions/items/properties/commit/type",keyword:"type",params:{type: schema7.properties.actions.items.properties.commit.type},message:"must be string,null",schema:schema7.properties.actions.items.properties.commit.type,parentSchema:schema7.properties.actions.items.properties.commit,data:data23};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(typeof data23 === "string"){
if(!pattern3.test(data23)){
const err56 = {instancePath:instancePath+"/actions/" + i2+"/commit",schemaPath:"#/properties/actions/items/properties/commit/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{40}$"},message:"must match pattern \""+"^[0-9a-f]{40}$"+"\"",schema:"^[0-9a-f]{40}$",parentSchema:schema7.properties.actions.items.properties.commit,data:data23};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
if(data16.command !== undefined){
let data24 = data16.command;
if(Array.isArray(data24)){
if(data24.length < 1){
const err57 = {instancePath:instancePath+"/actions/" + i2+"/command",schemaPath:"#/properties/actions/items/properties/command/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema7.properties.actions.items.properties.command,data:data24};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
const len2 = data24.length;
for(let i3=0; i3<len2; i3++){
let data25 = data24[i3];
if(typeof data25 !== "string"){
const err58 = {instancePath:instancePath+"/actions/" + i2+"/command/" + i3,schemaPath:"#/properties/actions/items/properties/command/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema7.properties.actions.items.properties.command.items.type,parentSchema:schema7.properties.actions.items.properties.command.items,data:data25};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/actions/" + i2+"/command",schemaPath:"#/properties/actions/items/properties/command/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema7.properties.actions.items.properties.command.type,parentSchema:schema7.properties.actions.items.properties.command,data:data24};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data16.file !== undefined){
let data26 = data16.file;
if(typeof data26 === "string"){
if(func3(data26) < 1){
const err60 = {instancePath:instancePath+"/actions/" + i2+"/file",schemaPath:"#/properties/actions/items/properties/file/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema7.properties.actions.items.properties.file,data:data26};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
else {
const err61 = {instancePath:instancePath+"/actions/" + i2+"/file",schemaPath:"#/properties/actions/items/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema7.properties.actions.items.properties.file.type,parentSchema:schema7.properties.actions.items.properties.file,data:data26};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data16.instructions !== undefined){
let data27 = data16.instructions;
if(typeof data27 === "string"){
if(func3(data27) < 1){
const err62 = {instancePath:instancePath+"/actions/" + i2+"/instructions",schemaPath:"#/properties/actions/items/properties/instructions/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema7.properties.actions.items.properties.instructions,data:data27};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/actions/" + i2+"/instructions",schemaPath:"#/properties/actions/items/properties/instructions/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema7.properties.actions.items.properties.instructions.type,parentSchema:schema7.properties.actions.items.properties.instructions,data:data27};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data16.state !== undefined){
let data28 = data16.state;
if(!(((((data28 === "pending") || (data28 === "running")) || (data28 === "done")) || (data28 === "skipped")) || (data28 === "failed"))){
const err64 = {instancePath:instancePath+"/actions/" + i2+"/state",schemaPath:"#/properties/actions/items/properties/state/enum",keyword:"enum",params:{allowedValues: schema7.properties.actions.items.properties.state.enum},message:"must be equal to one of the allowed values",schema:schema7.properties.actions.items.properties.state.enum,parentSchema:schema7.properties.actions.items.properties.state,data:data28};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data16.message !== undefined){
let data29 = data16.message;
if(typeof data29 !== "string"){
const err65 = {instancePath:instancePath+"/actions/" + i2+"/message",schemaPath:"#/properties/actions/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema7.properties.actions.items.properties.message.type,parentSchema:schema7.properties.actions.items.properties.message,data:data29};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data16.rollback_patch_id !== undefined){
let data30 = data16.rollback_patch_id;
if((typeof data30 !== "string") && (data30 !== null)){
const err66 = {instancePath:instancePath+"/actions/" + i2+"/rollback_patch_id",schemaPath:"#/properties/actions/items/properties/rollback_patch_id/type",keyword:"type",params:{type: schema7.properties.actions.items.properties.rollback_patch_id.type},message:"must be string,null",schema:schema7.properties.actions.items.properties.rollback_patch_id.type,parentSchema:schema7.properties.actions.items.properties.rollback_patch_id,data:data30};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(typeof data30 === "string"){
if(!pattern0.test(data30)){
const err67 = {instancePath:instancePath+"/actions/" + i2+"/rollback_patch_id",schemaPath:"#/properties/actions/items/properties/rollback_patch_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema7.properties.actions.items.properties.rollback_patch_id,data:data30};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
if(data16.log !== undefined){
let data31 = data16.log;
if(typeof data31 !== "string"){
const err68 = {instancePath:instancePath+"/actions/" + i2+"/log",schemaPath:"#/properties/actions/items/properties/log/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema7.properties.actions.items.properties.log.type,parentSchema:schema7.properties.actions.items.properties.log,data:data31};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data16.started_at !== undefined){
let data32 = data16.started_at;
if((typeof data32 !== "string") && (data32 !== null)){
const err69 = {instancePath:instancePath+"/actions/" + i2+"/started_at",schemaPath:"#/properties/actions/items/properties/started_at/type",keyword:"type",params:{type: schema7.properties.actions.items.properties.started_at.type},message:"must be string,null",schema:schema7.properties.actions.items.properties.started_at.type,parentSchema:schema7.properties.actions.items.properties.started_at,data:data32};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(typeof data32 === "string"){
if(!(formats0.test(data32))){
const err70 = {instancePath:instancePath+"/actions/" + i2+"/started_at",schemaPath:"#/properties/actions/items/properties/started_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema7.properties.actions.items.properties.started_at,data:data32};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
}
if(data16.ended_at !== undefined){
let data33 = data16.ended_at;
if((typeof data33 !== "string") && (data33 !== null)){
const err71 = {instancePath:instancePath+"/actions/" + i2+"/ended_at",schemaPath:"#/properties/actions/items/properties/ended_at/type",keyword:"type",params:{type: schema7.properties.actions.items.properties.ended_at.type},message:"must be string,null",schema:schema7.properties.actions.items.properties.ended_at.type,parentSchema:schema7.properties.actions.items.properties.ended_at,data:data33};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(typeof data33 === "string"){
if(!(formats0.test(data33))){
const err72 = {instancePath:instancePath+"/actions/" + i2+"/ended_at",schemaPath:"#/properties/actions/items/properties/ended_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema7.properties.actions.items.properties.ended_at,data:data33};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
}
else {
const err73 = {instancePath:instancePath+"/actions/" + i2,schemaPath:"#/properties/actions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema7.properties.actions.items.type,parentSchema:schema7.properties.actions.items,data:data16};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
else {
const err74 = {instancePath:instancePath+"/actions",schemaPath:"#/properties/actions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema7.properties.actions.type,parentSchema:schema7.properties.actions,data:data15};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
else {
const err75 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema7.type,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}

export const costRecordV1 = validate23;
const schema8 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/patchbay/cost_record.v1.json","title":"CostRecord v1","description":"What was spent on one thing, with the basis of the figure. A cost record of the framework is one as well.","type":"object","required":["cost_id","resource_type","amount","currency","recorded_at"],"additionalProperties":false,"properties":{"doc_id":{"description":"Annotation of the framework's documents; ignored.","type":"string"},"$schema":{"description":"For editors; ignored.","type":"string"},"schema":{"description":"Which format the document has.","const":"patchbay/cost_record.v1"},"cost_id":{"description":"Names the record.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"execution_request_id":{"description":"The request it was spent for.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"project_id":{"description":"The project it was spent on.","type":["string","null"]},"run_id":{"description":"The run it belongs to.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"phase_id":{"description":"The phase it belongs to.","type":["string","null"]},"workstream_id":{"description":"The workstream it belongs to.","type":["string","null"]},"task_id":{"description":"The task it belongs to.","type":["string","null"]},"attempt_id":{"description":"The attempt it was spent on.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"worker_id":{"description":"The worker it was spent by.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"tool_id":{"description":"The tool it was spent on.","type":["string","null"]},"resource_type":{"description":"What it was spent on.","type":"string","enum":["api_call","compute_time","storage","network","tool_usage","custom"]},"resource_name":{"description":"What exactly.","type":["string","null"]},"amount":{"description":"How much.","type":"number","minimum":0},"currency":{"description":"Its currency, by the three letters of ISO 4217.","type":"string","pattern":"^[A-Z]{3}$"},"micro_usd":{"description":"The same in millionths of a US dollar: what Patchbay counts with.","type":"integer","minimum":0},"basis":{"description":"Where the figure comes from.","enum":["reported","priced","estimated","subscription","unknown"]},"price_date":{"description":"The date of the prices it was worked out with.","type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$"},"usage":{"description":"How much was used.","type":["object","null"],"properties":{"quantity":{"description":"How much.","type":"number","minimum":0},"unit":{"description":"Of what.","type":"string"},"rate":{"description":"At what price each.","type":"number","minimum":0}}},"recorded_at":{"description":"When it was recorded.","type":"string","format":"date-time"},"metadata":{"description":"More about it.","type":["object","null"],"properties":{"model":{"description":"The model that was used.","type":"string"},"tokens_input":{"description":"Tokens sent.","type":"integer","minimum":0},"tokens_output":{"description":"Tokens received.","type":"integer","minimum":0},"duration_seconds":{"description":"How long it took.","type":"number","minimum":0}}}}};
const pattern17 = new RegExp("^[A-Z]{3}$", "u");
const pattern18 = new RegExp("^\\d{4}-\\d{2}-\\d{2}$", "u");

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/patchbay/cost_record.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.cost_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "cost_id"},message:"must have required property '"+"cost_id"+"'",schema:schema8.required,parentSchema:schema8,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.resource_type === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "resource_type"},message:"must have required property '"+"resource_type"+"'",schema:schema8.required,parentSchema:schema8,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.amount === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "amount"},message:"must have required property '"+"amount"+"'",schema:schema8.required,parentSchema:schema8,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.currency === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "currency"},message:"must have required property '"+"currency"+"'",schema:schema8.required,parentSchema:schema8,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.recorded_at === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "recorded_at"},message:"must have required property '"+"recorded_at"+"'",schema:schema8.required,parentSchema:schema8,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema8.properties, key0))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema8,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err6 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema8.properties.doc_id.type,parentSchema:schema8.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.$schema !== undefined){
let data1 = data.$schema;
if(typeof data1 !== "string"){
const err7 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema8.properties.$schema.type,parentSchema:schema8.properties.$schema,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.schema !== undefined){
let data2 = data.schema;
if("patchbay/cost_record.v1" !== data2){
const err8 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/const",keyword:"const",params:{allowedValue: "patchbay/cost_record.v1"},message:"must be equal to constant",schema:"patchbay/cost_record.v1",parentSchema:schema8.properties.schema,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.cost_id !== undefined){
let data3 = data.cost_id;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err9 = {instancePath:instancePath+"/cost_id",schemaPath:"#/properties/cost_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema8.properties.cost_id,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/cost_id",schemaPath:"#/properties/cost_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema8.properties.cost_id.type,parentSchema:schema8.properties.cost_id,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.execution_request_id !== undefined){
let data4 = data.execution_request_id;
if((typeof data4 !== "string") && (data4 !== null)){
const err11 = {instancePath:instancePath+"/execution_request_id",schemaPath:"#/properties/execution_request_id/type",keyword:"type",params:{type: schema8.properties.execution_request_id.type},message:"must be string,null",schema:schema8.properties.execution_request_id.type,parentSchema:schema8.properties.execution_request_id,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(typeof data4 === "string"){
if(!pattern0.test(data4)){
const err12 = {instancePath:instancePath+"/execution_request_id",schemaPath:"#/properties/execution_request_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema8.properties.execution_request_id,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.project_id !== undefined){
let data5 = data.project_id;
if((typeof data5 !== "string") && (data5 !== null)){
const err13 = {instancePath:instancePath+"/project_id",schemaPath:"#/properties/project_id/type",keyword:"type",params:{type: schema8.properties.project_id.type},message:"must be string,null",schema:schema8.properties.project_id.type,parentSchema:schema8.properties.project_id,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.run_id !== undefined){
let data6 = data.run_id;
if((typeof data6 !== "string") && (data6 !== null)){
const err14 = {instancePath:instancePath+"/run_id",schemaPath:"#/properties/run_id/type",keyword:"type",params:{type: schema8.properties.run_id.type},message:"must be string,null",schema:schema8.properties.run_id.type,parentSchema:schema8.properties.run_id,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(typeof data6 === "string"){
if(!pattern0.test(data6)){
const err15 = {instancePath:instancePath+"/run_id",schemaPath:"#/properties/run_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema8.properties.run_id,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data.phase_id !== undefined){
let data7 = data.phase_id;
if((typeof data7 !== "string") && (data7 !== null)){
const err16 = {instancePath:instancePath+"/phase_id",schemaPath:"#/properties/phase_id/type",keyword:"type",params:{type: schema8.properties.phase_id.type},message:"must be string,null",schema:schema8.properties.phase_id.type,parentSchema:schema8.properties.phase_id,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.workstream_id !== undefined){
let data8 = data.workstream_id;
if((typeof data8 !== "string") && (data8 !== null)){
const err17 = {instancePath:instancePath+"/workstream_id",schemaPath:"#/properties/workstream_id/type",keyword:"type",params:{type: schema8.properties.workstream_id.type},message:"must be string,null",schema:schema8.properties.workstream_id.type,parentSchema:schema8.properties.workstream_id,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.task_id !== undefined){
let data9 = data.task_id;
if((typeof data9 !== "string") && (data9 !== null)){
const err18 = {instancePath:instancePath+"/task_id",schemaPath:"#/properties/task_id/type",keyword:"type",params:{type: schema8.properties.task_id.type},message:"must be string,null",schema:schema8.properties.task_id.type,parentSchema:schema8.properties.task_id,data:data9};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.attempt_id !== undefined){
let data10 = data.attempt_id;
if((typeof data10 !== "string") && (data10 !== null)){
const err19 = {instancePath:instancePath+"/attempt_id",schemaPath:"#/properties/attempt_id/type",keyword:"type",params:{type: schema8.properties.attempt_id.type},message:"must be string,null",schema:schema8.properties.attempt_id.type,parentSchema:schema8.properties.attempt_id,data:data10};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(typeof data10 === "string"){
if(!pattern0.test(data10)){
const err20 = {instancePath:instancePath+"/attempt_id",schemaPath:"#/properties/attempt_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema8.properties.attempt_id,data:data10};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data.worker_id !== undefined){
let data11 = data.worker_id;
if((typeof data11 !== "string") && (data11 !== null)){
const err21 = {instancePath:instancePath+"/worker_id",schemaPath:"#/properties/worker_id/type",keyword:"type",params:{type: schema8.properties.worker_id.type},message:"must be string,null",schema:schema8.properties.worker_id.type,parentSchema:schema8.properties.worker_id,data:data11};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(typeof data11 === "string"){
if(!pattern0.test(data11)){
const err22 = {instancePath:instancePath+"/worker_id",schemaPath:"#/properties/worker_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema8.properties.worker_id,data:data11};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
if(data.tool_id !== undefined){
let data12 = data.tool_id;
if((typeof data12 !== "string") && (data12 !== null)){
const err23 = {instancePath:instancePath+"/tool_id",schemaPath:"#/properties/tool_id/type",keyword:"type",params:{type: schema8.properties.tool_id.type},message:"must be string,null",schema:schema8.properties.tool_id.type,parentSchema:schema8.properties.tool_id,data:data12};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.resource_type !== undefined){
let data13 = data.resource_type;
if(typeof data13 !== "string"){
const err24 = {instancePath:instancePath+"/resource_type",schemaPath:"#/properties/resource_type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema8.properties.resource_type.type,parentSchema:schema8.properties.resource_type,data:data13};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!((((((data13 === "api_call") || (data13 === "compute_time")) || (data13 === "storage")) || (data13 === "network")) || (data13 === "tool_usage")) || (data13 === "custom"))){
const err25 = {instancePath:instancePath+"/resource_type",schemaPath:"#/properties/resource_type/enum",keyword:"enum",params:{allowedValues: schema8.properties.resource_type.enum},message:"must be equal to one of the allowed values",schema:schema8.properties.resource_type.enum,parentSchema:schema8.properties.resource_type,data:data13};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.resource_name !== undefined){
let data14 = data.resource_name;
if((typeof data14 !== "string") && (data14 !== null)){
const err26 = {instancePath:instancePath+"/resource_name",schemaPath:"#/properties/resource_name/type",keyword:"type",params:{type: schema8.properties.resource_name.type},message:"must be string,null",schema:schema8.properties.resource_name.type,parentSchema:schema8.properties.resource_name,data:data14};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.amount !== undefined){
let data15 = data.amount;
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 0 || isNaN(data15)){
const err27 = {instancePath:instancePath+"/amount",schemaPath:"#/properties/amount/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema8.properties.amount,data:data15};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/amount",schemaPath:"#/properties/amount/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema8.properties.amount.type,parentSchema:schema8.properties.amount,data:data15};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.currency !== undefined){
let data16 = data.currency;
if(typeof data16 === "string"){
if(!pattern17.test(data16)){
const err29 = {instancePath:instancePath+"/currency",schemaPath:"#/properties/currency/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\"",schema:"^[A-Z]{3}$",parentSchema:schema8.properties.currency,data:data16};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/currency",schemaPath:"#/properties/currency/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema8.properties.currency.type,parentSchema:schema8.properties.currency,data:data16};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.micro_usd !== undefined){
let data17 = data.micro_usd;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err31 = {instancePath:instancePath+"/micro_usd",schemaPath:"#/properties/micro_usd/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema8.properties.micro_usd.type,parentSchema:schema8.properties.micro_usd,data:data17};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 < 0 || isNaN(data17)){
const err32 = {instancePath:instancePath+"/micro_usd",schemaPath:"#/properties/micro_usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema8.properties.micro_usd,data:data17};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
if(data.basis !== undefined){
let data18 = data.basis;
if(!(((((data18 === "reported") || (data18 === "priced")) || (data18 === "estimated")) || (data18 === "subscription")) || (data18 === "unknown"))){
const err33 = {instancePath:instancePath+"/basis",schemaPath:"#/properties/basis/enum",keyword:"enum",params:{allowedValues: schema8.properties.basis.enum},message:"must be equal to one of the allowed values",schema:schema8.properties.basis.enum,parentSchema:schema8.properties.basis,data:data18};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.price_date !== undefined){
let data19 = data.price_date;
if(typeof data19 === "string"){
if(!pattern18.test(data19)){
const err34 = {instancePath:instancePath+"/price_date",schemaPath:"#/properties/price_date/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"},message:"must match pattern \""+"^\\d{4}-\\d{2}-\\d{2}$"+"\"",schema:"^\\d{4}-\\d{2}-\\d{2}$",parentSchema:schema8.properties.price_date,data:data19};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/price_date",schemaPath:"#/properties/price_date/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema8.properties.price_date.type,parentSchema:schema8.properties.price_date,data:data19};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.usage !== undefined){
let data20 = data.usage;
if((!(data20 && typeof data20 == "object" && !Array.isArray(data20))) && (data20 !== null)){
const err36 = {instancePath:instancePath+"/usage",schemaPath:"#/properties/usage/type",keyword:"type",params:{type: schema8.properties.usage.type},message:"must be object,null",schema:schema8.properties.usage.type,parentSchema:schema8.properties.usage,data:data20};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.quantity !== undefined){
let data21 = data20.quantity;
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 0 || isNaN(data21)){
const err37 = {instancePath:instancePath+"/usage/quantity",schemaPath:"#/properties/usage/properties/quantity/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema8.properties.usage.properties.quantity,data:data21};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/usage/quantity",schemaPath:"#/properties/usage/properties/quantity/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema8.properties.usage.properties.quantity.type,parentSchema:schema8.properties.usage.properties.quantity,data:data21};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data20.unit !== undefined){
let data22 = data20.unit;
if(typeof data22 !== "string"){
const err39 = {instancePath:instancePath+"/usage/unit",schemaPath:"#/properties/usage/properties/unit/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema8.properties.usage.properties.unit.type,parentSchema:schema8.properties.usage.properties.unit,data:data22};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data20.rate !== undefined){
let data23 = data20.rate;
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 < 0 || isNaN(data23)){
const err40 = {instancePath:instancePath+"/usage/rate",schemaPath:"#/properties/usage/properties/rate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema8.properties.usage.properties.rate,data:data23};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/usage/rate",schemaPath:"#/properties/usage/properties/rate/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema8.properties.usage.properties.rate.type,parentSchema:schema8.properties.usage.properties.rate,data:data23};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
}
if(data.recorded_at !== undefined){
let data24 = data.recorded_at;
if(typeof data24 === "string"){
if(!(formats0.test(data24))){
const err42 = {instancePath:instancePath+"/recorded_at",schemaPath:"#/properties/recorded_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema8.properties.recorded_at,data:data24};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/recorded_at",schemaPath:"#/properties/recorded_at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema8.properties.recorded_at.type,parentSchema:schema8.properties.recorded_at,data:data24};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.metadata !== undefined){
let data25 = data.metadata;
if((!(data25 && typeof data25 == "object" && !Array.isArray(data25))) && (data25 !== null)){
const err44 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: schema8.properties.metadata.type},message:"must be object,null",schema:schema8.properties.metadata.type,parentSchema:schema8.properties.metadata,data:data25};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.model !== undefined){
let data26 = data25.model;
if(typeof data26 !== "string"){
const err45 = {instancePath:instancePath+"/metadata/model",schemaPath:"#/properties/metadata/properties/model/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema8.properties.metadata.properties.model.type,parentSchema:schema8.properties.metadata.properties.model,data:data26};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data25.tokens_input !== undefined){
let data27 = data25.tokens_input;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
const err46 = {instancePath:instancePath+"/metadata/tokens_input",schemaPath:"#/properties/metadata/properties/tokens_input/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema8.properties.metadata.properties.tokens_input.type,parentSchema:schema8.properties.metadata.properties.tokens_input,data:data27};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 < 0 || isNaN(data27)){
const err47 = {instancePath:instancePath+"/metadata/tokens_input",schemaPath:"#/properties/metadata/properties/tokens_input/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema8.properties.metadata.properties.tokens_input,data:data27};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
if(data25.tokens_output !== undefined){
let data28 = data25.tokens_output;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
const err48 = {instancePath:instancePath+"/metadata/tokens_output",schemaPath:"#/properties/metadata/properties/tokens_output/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema8.properties.metadata.properties.tokens_output.type,parentSchema:schema8.properties.metadata.properties.tokens_output,data:data28};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 < 0 || isNaN(data28)){
const err49 = {instancePath:instancePath+"/metadata/tokens_output",schemaPath:"#/properties/metadata/properties/tokens_output/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema8.properties.metadata.properties.tokens_output,data:data28};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
if(data25.duration_seconds !== undefined){
let data29 = data25.duration_seconds;
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 < 0 || isNaN(data29)){
const err50 = {instancePath:instancePath+"/metadata/duration_seconds",schemaPath:"#/properties/metadata/properties/duration_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema8.properties.metadata.properties.duration_seconds,data:data29};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/metadata/duration_seconds",schemaPath:"#/properties/metadata/properties/duration_seconds/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema8.properties.metadata.properties.duration_seconds.type,parentSchema:schema8.properties.metadata.properties.duration_seconds,data:data29};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
}
}
else {
const err52 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema8.type,parentSchema:schema8,data};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}

export const errorEventV1 = validate24;
const schema9 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/patchbay/error_event.v1.json","title":"ErrorEvent v1","description":"One thing that went wrong, what it means, and where dealing with it stands.","type":"object","required":["schema","error_id","code","severity","message","occurred_at"],"additionalProperties":false,"properties":{"doc_id":{"description":"Annotation of the framework's documents; ignored.","type":"string"},"$schema":{"description":"For editors; ignored.","type":"string"},"schema":{"description":"Which format the document has.","const":"patchbay/error_event.v1"},"error_id":{"description":"Names the event.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"code":{"description":"What went wrong, in the words of the catalogue: `E_` and capitals.","type":"string","pattern":"^E_[A-Z][A-Z0-9_]*$"},"severity":{"description":"How bad it is.","enum":["info","warning","error","critical"]},"message":{"description":"What happened, with its values.","type":"string","minLength":1},"advice":{"description":"What to do.","type":"string"},"retry":{"description":"Whether the same again may go well.","type":"boolean"},"occurred_at":{"description":"When it happened.","type":"string","format":"date-time"},"run_id":{"description":"The run it belongs to.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"phase_id":{"description":"The phase it belongs to.","type":["string","null"]},"workstream_id":{"description":"The workstream it belongs to.","type":["string","null"]},"task_id":{"description":"The task it belongs to.","type":["string","null"]},"attempt_id":{"description":"The attempt it happened in.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"patch_id":{"description":"The patch it is about.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"worker_id":{"description":"The worker it happened on.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"tool_id":{"description":"The tool it happened with.","type":["string","null"]},"place":{"description":"The place in a file, where there is one.","type":"object","required":["file"],"additionalProperties":false,"properties":{"file":{"description":"The file.","type":"string","minLength":1},"line":{"description":"The line, from 1; 0 is the file as a whole.","type":"integer","minimum":0},"path":{"description":"The place in the document, as a JSON pointer.","type":"string"}}},"signature":{"description":"The same for the same trouble: what counts how often something was tried.","type":"string","pattern":"^[0-9a-f]{64}$"},"tries":{"description":"How often it was met with this signature.","type":"integer","minimum":1},"caused_by":{"description":"The event it follows from.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"handling":{"description":"Where dealing with it stands.","enum":["AUTO_RETRY","CONTEXT_REPAIR","AGENT_REVIEW","WAITING_FOR_HUMAN","RESOLVED","QUARANTINED"]},"values":{"description":"More values, by code.","type":"object"}}};
const pattern20 = new RegExp("^E_[A-Z][A-Z0-9_]*$", "u");

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/patchbay/error_event.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema"},message:"must have required property '"+"schema"+"'",schema:schema9.required,parentSchema:schema9,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.error_id === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "error_id"},message:"must have required property '"+"error_id"+"'",schema:schema9.required,parentSchema:schema9,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.code === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'",schema:schema9.required,parentSchema:schema9,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.severity === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "severity"},message:"must have required property '"+"severity"+"'",schema:schema9.required,parentSchema:schema9,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.message === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'",schema:schema9.required,parentSchema:schema9,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.occurred_at === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "occurred_at"},message:"must have required property '"+"occurred_at"+"'",schema:schema9.required,parentSchema:schema9,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema9.properties, key0))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema9,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err7 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema9.properties.doc_id.type,parentSchema:schema9.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.$schema !== undefined){
let data1 = data.$schema;
if(typeof data1 !== "string"){
const err8 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema9.properties.$schema.type,parentSchema:schema9.properties.$schema,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.schema !== undefined){
let data2 = data.schema;
if("patchbay/error_event.v1" !== data2){
const err9 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/const",keyword:"const",params:{allowedValue: "patchbay/error_event.v1"},message:"must be equal to constant",schema:"patchbay/error_event.v1",parentSchema:schema9.properties.schema,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.error_id !== undefined){
let data3 = data.error_id;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err10 = {instancePath:instancePath+"/error_id",schemaPath:"#/properties/error_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema9.properties.error_id,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/error_id",schemaPath:"#/properties/error_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema9.properties.error_id.type,parentSchema:schema9.properties.error_id,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.code !== undefined){
let data4 = data.code;
if(typeof data4 === "string"){
if(!pattern20.test(data4)){
const err12 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/pattern",keyword:"pattern",params:{pattern: "^E_[A-Z][A-Z0-9_]*$"},message:"must match pattern \""+"^E_[A-Z][A-Z0-9_]*$"+"\"",schema:"^E_[A-Z][A-Z0-9_]*$",parentSchema:schema9.properties.code,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema9.properties.code.type,parentSchema:schema9.properties.code,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.severity !== undefined){
let data5 = data.severity;
if(!((((data5 === "info") || (data5 === "warning")) || (data5 === "error")) || (data5 === "critical"))){
const err14 = {instancePath:instancePath+"/severity",schemaPath:"#/properties/severity/enum",keyword:"enum",params:{allowedValues: schema9.properties.severity.enum},message:"must be equal to one of the allowed values",schema:schema9.properties.severity.enum,parentSchema:schema9.properties.severity,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.message !== undefined){
let data6 = data.message;
if(typeof data6 === "string"){
if(func3(data6) < 1){
const err15 = {instancePath:instancePath+"/message",schemaPath:"#/properties/message/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema9.properties.message,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/message",schemaPath:"#/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema9.properties.message.type,parentSchema:schema9.properties.message,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.advice !== undefined){
let data7 = data.advice;
if(typeof data7 !== "string"){
const err17 = {instancePath:instancePath+"/advice",schemaPath:"#/properties/advice/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema9.properties.advice.type,parentSchema:schema9.properties.advice,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.retry !== undefined){
let data8 = data.retry;
if(typeof data8 !== "boolean"){
const err18 = {instancePath:instancePath+"/retry",schemaPath:"#/properties/retry/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema9.properties.retry.type,parentSchema:schema9.properties.retry,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.occurred_at !== undefined){
let data9 = data.occurred_at;
if(typeof data9 === "string"){
if(!(formats0.test(data9))){
const err19 = {instancePath:instancePath+"/occurred_at",schemaPath:"#/properties/occurred_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema9.properties.occurred_at,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/occurred_at",schemaPath:"#/properties/occurred_at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema9.properties.occurred_at.type,parentSchema:schema9.properties.occurred_at,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.run_id !== undefined){
let data10 = data.run_id;
if((typeof data10 !== "string") && (data10 !== null)){
const err21 = {instancePath:instancePath+"/run_id",schemaPath:"#/properties/run_id/type",keyword:"type",params:{type: schema9.properties.run_id.type},message:"must be string,null",schema:schema9.properties.run_id.type,parentSchema:schema9.properties.run_id,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(typeof data10 === "string"){
if(!pattern0.test(data10)){
const err22 = {instancePath:instancePath+"/run_id",schemaPath:"#/properties/run_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema9.properties.run_id,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
if(data.phase_id !== undefined){
let data11 = data.phase_id;
if((typeof data11 !== "string") && (data11 !== null)){
const err23 = {instancePath:instancePath+"/phase_id",schemaPath:"#/properties/phase_id/type",keyword:"type",params:{type: schema9.properties.phase_id.type},message:"must be string,null",schema:schema9.properties.phase_id.type,parentSchema:schema9.properties.phase_id,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.workstream_id !== undefined){
let data12 = data.workstream_id;
if((typeof data12 !== "string") && (data12 !== null)){
const err24 = {instancePath:instancePath+"/workstream_id",schemaPath:"#/properties/workstream_id/type",keyword:"type",params:{type: schema9.properties.workstream_id.type},message:"must be string,null",schema:schema9.properties.workstream_id.type,parentSchema:schema9.properties.workstream_id,data:data12};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.task_id !== undefined){
let data13 = data.task_id;
if((typeof data13 !== "string") && (data13 !== null)){
const err25 = {instancePath:instancePath+"/task_id",schemaPath:"#/properties/task_id/type",keyword:"type",params:{type: schema9.properties.task_id.type},message:"must be string,null",schema:schema9.properties.task_id.type,parentSchema:schema9.properties.task_id,data:data13};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.attempt_id !== undefined){
let data14 = data.attempt_id;
if((typeof data14 !== "string") && (data14 !== null)){
const err26 = {instancePath:instancePath+"/attempt_id",schemaPath:"#/properties/attempt_id/type",keyword:"type",params:{type: schema9.properties.attempt_id.type},message:"must be string,null",schema:schema9.properties.attempt_id.type,parentSchema:schema9.properties.attempt_id,data:data14};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(typeof data14 === "string"){
if(!pattern0.test(data14)){
const err27 = {instancePath:instancePath+"/attempt_id",schemaPath:"#/properties/attempt_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema9.properties.attempt_id,data:data14};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
if(data.patch_id !== undefined){
let data15 = data.patch_id;
if((typeof data15 !== "string") && (data15 !== null)){
const err28 = {instancePath:instancePath+"/patch_id",schemaPath:"#/properties/patch_id/type",keyword:"type",params:{type: schema9.properties.patch_id.type},message:"must be string,null",schema:schema9.properties.patch_id.type,parentSchema:schema9.properties.patch_id,data:data15};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(typeof data15 === "string"){
if(!pattern0.test(data15)){
const err29 = {instancePath:instancePath+"/patch_id",schemaPath:"#/properties/patch_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema9.properties.patch_id,data:data15};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
if(data.worker_id !== undefined){
let data16 = data.worker_id;
if((typeof data16 !== "string") && (data16 !== null)){
const err30 = {instancePath:instancePath+"/worker_id",schemaPath:"#/properties/worker_id/type",keyword:"type",params:{type: schema9.properties.worker_id.type},message:"must be string,null",schema:schema9.properties.worker_id.type,parentSchema:schema9.properties.worker_id,data:data16};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(typeof data16 === "string"){
if(!pattern0.test(data16)){
const err31 = {instancePath:instancePath+"/worker_id",schemaPath:"#/properties/worker_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema9.properties.worker_id,data:data16};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
if(data.tool_id !== undefined){
let data17 = data.tool_id;
if((typeof data17 !== "string") && (data17 !== null)){
const err32 = {instancePath:instancePath+"/tool_id",schemaPath:"#/properties/tool_id/type",keyword:"type",params:{type: schema9.properties.tool_id.type},message:"must be string,null",schema:schema9.properties.tool_id.type,parentSchema:schema9.properties.tool_id,data:data17};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.place !== undefined){
let data18 = data.place;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.file === undefined){
const err33 = {instancePath:instancePath+"/place",schemaPath:"#/properties/place/required",keyword:"required",params:{missingProperty: "file"},message:"must have required property '"+"file"+"'",schema:schema9.properties.place.required,parentSchema:schema9.properties.place,data:data18};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
for(const key1 in data18){
if(!(((key1 === "file") || (key1 === "line")) || (key1 === "path"))){
const err34 = {instancePath:instancePath+"/place",schemaPath:"#/properties/place/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema9.properties.place,data:data18};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data18.file !== undefined){
let data19 = data18.file;
if(typeof data19 === "string"){
if(func3(data19) < 1){
const err35 = {instancePath:instancePath+"/place/file",schemaPath:"#/properties/place/properties/file/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema9.properties.place.properties.file,data:data19};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/place/file",schemaPath:"#/properties/place/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema9.properties.place.properties.file.type,parentSchema:schema9.properties.place.properties.file,data:data19};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data18.line !== undefined){
let data20 = data18.line;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err37 = {instancePath:instancePath+"/place/line",schemaPath:"#/properties/place/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema9.properties.place.properties.line.type,parentSchema:schema9.properties.place.properties.line,data:data20};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 0 || isNaN(data20)){
const err38 = {instancePath:instancePath+"/place/line",schemaPath:"#/properties/place/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema9.properties.place.properties.line,data:data20};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
if(data18.path !== undefined){
let data21 = data18.path;
if(typeof data21 !== "string"){
const err39 = {instancePath:instancePath+"/place/path",schemaPath:"#/properties/place/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema9.properties.place.properties.path.type,parentSchema:schema9.properties.place.properties.path,data:data21};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/place",schemaPath:"#/properties/place/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema9.properties.place.type,parentSchema:schema9.properties.place,data:data18};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.signature !== undefined){
let data22 = data.signature;
if(typeof data22 === "string"){
if(!pattern4.test(data22)){
const err41 = {instancePath:instancePath+"/signature",schemaPath:"#/properties/signature/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema9.properties.signature,data:data22};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/signature",schemaPath:"#/properties/signature/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema9.properties.signature.type,parentSchema:schema9.properties.signature,data:data22};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.tries !== undefined){
let data23 = data.tries;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err43 = {instancePath:instancePath+"/tries",schemaPath:"#/properties/tries/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema9.properties.tries.type,parentSchema:schema9.properties.tries,data:data23};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 < 1 || isNaN(data23)){
const err44 = {instancePath:instancePath+"/tries",schemaPath:"#/properties/tries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema9.properties.tries,data:data23};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
if(data.caused_by !== undefined){
let data24 = data.caused_by;
if((typeof data24 !== "string") && (data24 !== null)){
const err45 = {instancePath:instancePath+"/caused_by",schemaPath:"#/properties/caused_by/type",keyword:"type",params:{type: schema9.properties.caused_by.type},message:"must be string,null",schema:schema9.properties.caused_by.type,parentSchema:schema9.properties.caused_by,data:data24};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(typeof data24 === "string"){
if(!pattern0.test(data24)){
const err46 = {instancePath:instancePath+"/caused_by",schemaPath:"#/properties/caused_by/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema9.properties.caused_by,data:data24};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
if(data.handling !== undefined){
let data25 = data.handling;
if(!((((((data25 === "AUTO_RETRY") || (data25 === "CONTEXT_REPAIR")) || (data25 === "AGENT_REVIEW")) || (data25 === "WAITING_FOR_HUMAN")) || (data25 === "RESOLVED")) || (data25 === "QUARANTINED"))){
const err47 = {instancePath:instancePath+"/handling",schemaPath:"#/properties/handling/enum",keyword:"enum",params:{allowedValues: schema9.properties.handling.enum},message:"must be equal to one of the allowed values",schema:schema9.properties.handling.enum,parentSchema:schema9.properties.handling,data:data25};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data.values !== undefined){
let data26 = data.values;
if(!(data26 && typeof data26 == "object" && !Array.isArray(data26))){
const err48 = {instancePath:instancePath+"/values",schemaPath:"#/properties/values/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema9.properties.values.type,parentSchema:schema9.properties.values,data:data26};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema9.type,parentSchema:schema9,data};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}

export const gateV1 = validate25;
const schema10 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/patchbay/gate.v1.json","title":"Gate v1","description":"A gate with its definition and its runs, one for each tree it was tried on.","type":"object","required":["schema","gate"],"additionalProperties":false,"properties":{"doc_id":{"description":"Annotation of the framework's documents; ignored.","type":"string"},"$schema":{"description":"For editors; ignored.","type":"string"},"schema":{"description":"Which format the document has.","const":"patchbay/gate.v1"},"gate":{"$ref":"https://patchbay.dev/schema/patchbay/plan.v1.json#/definitions/gate"},"runs":{"description":"Its runs, oldest first. What counts for a tree is the newest run on it.","type":"array","items":{"description":"One run of the gate on one tree.","type":"object","required":["gate_run_id","tree","state"],"additionalProperties":false,"properties":{"gate_run_id":{"description":"Names the gate run.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"run_id":{"description":"The run it belongs to.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"patch_id":{"description":"The patch whose merged result was checked.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"tree":{"description":"The tree that was checked, as git names it.","type":"string","pattern":"^[0-9a-f]{40}$"},"environment":{"description":"A hash over what the result may depend on besides the tree.","type":"string","pattern":"^[0-9a-f]{64}$"},"state":{"description":"Where it stands.","enum":["pending","blocked","running","passed","failed","error","skipped"]},"blocked_by":{"description":"Gates it waits for.","type":"array","items":{"description":"A gate's id.","type":"string","minLength":1},"uniqueItems":true},"started_at":{"description":"When it began; null while it has not.","type":["string","null"],"format":"date-time"},"ended_at":{"description":"When it ended; null while it has not.","type":["string","null"],"format":"date-time"},"exit_code":{"description":"What its command answered; null when a signal ended it.","type":["integer","null"]},"flaky":{"description":"True: a second run on the same tree came out differently.","type":"boolean"},"results":{"description":"What its report says.","type":"object","additionalProperties":false,"properties":{"total":{"description":"How many tests there were.","type":"integer","minimum":0},"passed":{"description":"How many passed.","type":"integer","minimum":0},"failed":{"description":"How many failed.","type":"integer","minimum":0},"skipped":{"description":"How many were left out.","type":"integer","minimum":0},"coverage_percent":{"description":"How much of the code they reached.","type":"number","minimum":0,"maximum":100},"failures":{"description":"The tests that failed.","type":"array","items":{"description":"One test.","type":"object","required":["name"],"additionalProperties":false,"properties":{"name":{"description":"Its name.","type":"string","minLength":1},"message":{"description":"What it said.","type":"string"},"file":{"description":"Where it stands.","type":"string"},"line":{"description":"The line, from 1.","type":"integer","minimum":1}}}}}},"log":{"description":"Where its output is kept.","type":"string"}}}}}};
const schema13 = {"type":"object","properties":{"gate_id":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200},"name":{"description":"A title for people.","type":"string"},"kind":{"description":"lint, unit, integration, security, or any word of your own.","type":"string","minLength":1},"command":{"type":["array","string"],"description":"Program and arguments as a list. One string is a line for the shell and needs `shell: true`.","items":{"type":"string"},"minItems":1,"minLength":1},"shell":{"description":"True: the command is one line for the system's shell.","type":"boolean"},"after":{"description":"Gates that run before this one.","type":"array","items":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200}},"required":{"description":"False: a failure is recorded and lets the patch pass.","type":"boolean","default":true},"blocking":{"description":"False: what depends on the task does not wait for this gate.","type":"boolean","default":true},"wave_boundary":{"description":"True: runs once at the end of a wave instead of once for each patch.","type":"boolean"},"timeout_seconds":{"description":"The gate is stopped after this time and counts as an error.","type":"integer","minimum":1,"maximum":604800},"expected_exit":{"description":"Exit code that means passed.","type":"integer","minimum":0,"maximum":255,"default":0},"env":{"$ref":"#/definitions/env"},"report":{"description":"How to read the output, for example {format: tap}.","type":"object","properties":{"format":{"type":"string","minLength":1},"file":{"type":"string"}}}},"description":"A check that runs on the merged result of a patch.","required":["gate_id","command"],"additionalProperties":false};
const schema14 = {"type":"object","description":"Environment variables by name.","additionalProperties":{"type":"string"}};

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
let data0 = data[key0];
if(typeof data0 !== "string"){
const err0 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema14.additionalProperties.type,parentSchema:schema14.additionalProperties,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema14.type,parentSchema:schema14,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}


function validate94(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.gate_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "gate_id"},message:"must have required property '"+"gate_id"+"'",schema:schema13.required,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.command === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "command"},message:"must have required property '"+"command"+"'",schema:schema13.required,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema13.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.gate_id !== undefined){
let data0 = data.gate_id;
if(typeof data0 === "string"){
if(func3(data0) > 200){
const err3 = {instancePath:instancePath+"/gate_id",schemaPath:"#/properties/gate_id/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema13.properties.gate_id,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(func3(data0) < 1){
const err4 = {instancePath:instancePath+"/gate_id",schemaPath:"#/properties/gate_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.gate_id,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/gate_id",schemaPath:"#/properties/gate_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.gate_id.type,parentSchema:schema13.properties.gate_id,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 !== "string"){
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.name.type,parentSchema:schema13.properties.name,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined){
let data2 = data.kind;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.kind,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.kind.type,parentSchema:schema13.properties.kind,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.command !== undefined){
let data3 = data.command;
if((!(Array.isArray(data3))) && (typeof data3 !== "string")){
const err9 = {instancePath:instancePath+"/command",schemaPath:"#/properties/command/type",keyword:"type",params:{type: schema13.properties.command.type},message:"must be array,string",schema:schema13.properties.command.type,parentSchema:schema13.properties.command,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err10 = {instancePath:instancePath+"/command",schemaPath:"#/properties/command/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.command,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(Array.isArray(data3)){
if(data3.length < 1){
const err11 = {instancePath:instancePath+"/command",schemaPath:"#/properties/command/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema13.properties.command,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 !== "string"){
const err12 = {instancePath:instancePath+"/command/" + i0,schemaPath:"#/properties/command/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.command.items.type,parentSchema:schema13.properties.command.items,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
}
if(data.shell !== undefined){
let data5 = data.shell;
if(typeof data5 !== "boolean"){
const err13 = {instancePath:instancePath+"/shell",schemaPath:"#/properties/shell/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema13.properties.shell.type,parentSchema:schema13.properties.shell,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.after !== undefined){
let data6 = data.after;
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
if(typeof data7 === "string"){
if(func3(data7) > 200){
const err14 = {instancePath:instancePath+"/after/" + i1,schemaPath:"#/properties/after/items/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema13.properties.after.items,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(func3(data7) < 1){
const err15 = {instancePath:instancePath+"/after/" + i1,schemaPath:"#/properties/after/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.after.items,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/after/" + i1,schemaPath:"#/properties/after/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.after.items.type,parentSchema:schema13.properties.after.items,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/after",schemaPath:"#/properties/after/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema13.properties.after.type,parentSchema:schema13.properties.after,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.required !== undefined){
let data8 = data.required;
if(typeof data8 !== "boolean"){
const err18 = {instancePath:instancePath+"/required",schemaPath:"#/properties/required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema13.properties.required.type,parentSchema:schema13.properties.required,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.blocking !== undefined){
let data9 = data.blocking;
if(typeof data9 !== "boolean"){
const err19 = {instancePath:instancePath+"/blocking",schemaPath:"#/properties/blocking/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema13.properties.blocking.type,parentSchema:schema13.properties.blocking,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.wave_boundary !== undefined){
let data10 = data.wave_boundary;
if(typeof data10 !== "boolean"){
const err20 = {instancePath:instancePath+"/wave_boundary",schemaPath:"#/properties/wave_boundary/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema13.properties.wave_boundary.type,parentSchema:schema13.properties.wave_boundary,data:data10};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.timeout_seconds !== undefined){
let data11 = data.timeout_seconds;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err21 = {instancePath:instancePath+"/timeout_seconds",schemaPath:"#/properties/timeout_seconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.timeout_seconds.type,parentSchema:schema13.properties.timeout_seconds,data:data11};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 604800 || isNaN(data11)){
const err22 = {instancePath:instancePath+"/timeout_seconds",schemaPath:"#/properties/timeout_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 604800},message:"must be <= 604800",schema:604800,parentSchema:schema13.properties.timeout_seconds,data:data11};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data11 < 1 || isNaN(data11)){
const err23 = {instancePath:instancePath+"/timeout_seconds",schemaPath:"#/properties/timeout_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema13.properties.timeout_seconds,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
if(data.expected_exit !== undefined){
let data12 = data.expected_exit;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err24 = {instancePath:instancePath+"/expected_exit",schemaPath:"#/properties/expected_exit/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.expected_exit.type,parentSchema:schema13.properties.expected_exit,data:data12};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 255 || isNaN(data12)){
const err25 = {instancePath:instancePath+"/expected_exit",schemaPath:"#/properties/expected_exit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255},message:"must be <= 255",schema:255,parentSchema:schema13.properties.expected_exit,data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data12 < 0 || isNaN(data12)){
const err26 = {instancePath:instancePath+"/expected_exit",schemaPath:"#/properties/expected_exit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema13.properties.expected_exit,data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
if(data.env !== undefined){
if(!(validate30(data.env, {instancePath:instancePath+"/env",parentData:data,parentDataProperty:"env",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data.report !== undefined){
let data14 = data.report;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.format !== undefined){
let data15 = data14.format;
if(typeof data15 === "string"){
if(func3(data15) < 1){
const err27 = {instancePath:instancePath+"/report/format",schemaPath:"#/properties/report/properties/format/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.report.properties.format,data:data15};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/report/format",schemaPath:"#/properties/report/properties/format/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.report.properties.format.type,parentSchema:schema13.properties.report.properties.format,data:data15};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data14.file !== undefined){
let data16 = data14.file;
if(typeof data16 !== "string"){
const err29 = {instancePath:instancePath+"/report/file",schemaPath:"#/properties/report/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.report.properties.file.type,parentSchema:schema13.properties.report.properties.file,data:data16};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/report",schemaPath:"#/properties/report/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.report.type,parentSchema:schema13.properties.report,data:data14};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.type,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
validate94.errors = vErrors;
return errors === 0;
}


function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/patchbay/gate.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema"},message:"must have required property '"+"schema"+"'",schema:schema10.required,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.gate === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "gate"},message:"must have required property '"+"gate"+"'",schema:schema10.required,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "doc_id") || (key0 === "$schema")) || (key0 === "schema")) || (key0 === "gate")) || (key0 === "runs"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema10.properties.doc_id.type,parentSchema:schema10.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.$schema !== undefined){
let data1 = data.$schema;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema10.properties.$schema.type,parentSchema:schema10.properties.$schema,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.schema !== undefined){
let data2 = data.schema;
if("patchbay/gate.v1" !== data2){
const err5 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/const",keyword:"const",params:{allowedValue: "patchbay/gate.v1"},message:"must be equal to constant",schema:"patchbay/gate.v1",parentSchema:schema10.properties.schema,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.gate !== undefined){
if(!(validate94(data.gate, {instancePath:instancePath+"/gate",parentData:data,parentDataProperty:"gate",rootData}))){
vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
errors = vErrors.length;
}
}
if(data.runs !== undefined){
let data4 = data.runs;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.gate_run_id === undefined){
const err6 = {instancePath:instancePath+"/runs/" + i0,schemaPath:"#/properties/runs/items/required",keyword:"required",params:{missingProperty: "gate_run_id"},message:"must have required property '"+"gate_run_id"+"'",schema:schema10.properties.runs.items.required,parentSchema:schema10.properties.runs.items,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data5.tree === undefined){
const err7 = {instancePath:instancePath+"/runs/" + i0,schemaPath:"#/properties/runs/items/required",keyword:"required",params:{missingProperty: "tree"},message:"must have required property '"+"tree"+"'",schema:schema10.properties.runs.items.required,parentSchema:schema10.properties.runs.items,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data5.state === undefined){
const err8 = {instancePath:instancePath+"/runs/" + i0,schemaPath:"#/properties/runs/items/required",keyword:"required",params:{missingProperty: "state"},message:"must have required property '"+"state"+"'",schema:schema10.properties.runs.items.required,parentSchema:schema10.properties.runs.items,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 in data5){
if(!(func2.call(schema10.properties.runs.items.properties, key1))){
const err9 = {instancePath:instancePath+"/runs/" + i0,schemaPath:"#/properties/runs/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema10.properties.runs.items,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data5.gate_run_id !== undefined){
let data6 = data5.gate_run_id;
if(typeof data6 === "string"){
if(!pattern0.test(data6)){
const err10 = {instancePath:instancePath+"/runs/" + i0+"/gate_run_id",schemaPath:"#/properties/runs/items/properties/gate_run_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema10.properties.runs.items.properties.gate_run_id,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/runs/" + i0+"/gate_run_id",schemaPath:"#/properties/runs/items/properties/gate_run_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema10.properties.runs.items.properties.gate_run_id.type,parentSchema:schema10.properties.runs.items.properties.gate_run_id,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data5.run_id !== undefined){
let data7 = data5.run_id;
if((typeof data7 !== "string") && (data7 !== null)){
const err12 = {instancePath:instancePath+"/runs/" + i0+"/run_id",schemaPath:"#/properties/runs/items/properties/run_id/type",keyword:"type",params:{type: schema10.properties.runs.items.properties.run_id.type},message:"must be string,null",schema:schema10.properties.runs.items.properties.run_id.type,parentSchema:schema10.properties.runs.items.properties.run_id,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(typeof data7 === "string"){
if(!pattern0.test(data7)){
const err13 = {instancePath:instancePath+"/runs/" + i0+"/run_id",schemaPath:"#/properties/runs/items/properties/run_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema10.properties.runs.items.properties.run_id,data:data7};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data5.patch_id !== undefined){
let data8 = data5.patch_id;
if((typeof data8 !== "string") && (data8 !== null)){
const err14 = {instancePath:instancePath+"/runs/" + i0+"/patch_id",schemaPath:"#/properties/runs/items/properties/patch_id/type",keyword:"type",params:{type: schema10.properties.runs.items.properties.patch_id.type},message:"must be string,null",schema:schema10.properties.runs.items.properties.patch_id.type,parentSchema:schema10.properties.runs.items.properties.patch_id,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(typeof data8 === "string"){
if(!pattern0.test(data8)){
const err15 = {instancePath:instancePath+"/runs/" + i0+"/patch_id",schemaPath:"#/properties/runs/items/properties/patch_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema10.properties.runs.items.properties.patch_id,data:data8};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data5.tree !== undefined){
let data9 = data5.tree;
if(typeof data9 === "string"){
if(!pattern3.test(data9)){
const err16 = {instancePath:instancePath+"/runs/" + i0+"/tree",schemaPath:"#/properties/runs/items/properties/tree/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{40}$"},message:"must match pattern \""+"^[0-9a-f]{40}$"+"\"",schema:"^[0-9a-f]{40}$",parentSchema:schema10.properties.runs.items.properties.tree,data:data9};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/runs/" + i0+"/tree",schemaPath:"#/properties/runs/items/properties/tree/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema10.properties.runs.items.properties.tree.type,parentSchema:schema10.properties.runs.items.properties.tree,data:data9};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data5.environment !== undefined){
let data10 = data5.environment;
if(typeof data10 === "string"){
if(!pattern4.test(data10)){
const err18 = {instancePath:instancePath+"/runs/" + i0+"/environment",schemaPath:"#/properties/runs/items/properties/environment/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema10.properties.runs.items.properties.environment,data:data10};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/runs/" + i0+"/environment",schemaPath:"#/properties/runs/items/properties/environment/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema10.properties.runs.items.properties.environment.type,parentSchema:schema10.properties.runs.items.properties.environment,data:data10};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data5.state !== undefined){
let data11 = data5.state;
if(!(((((((data11 === "pending") || (data11 === "blocked")) || (data11 === "running")) || (data11 === "passed")) || (data11 === "failed")) || (data11 === "error")) || (data11 === "skipped"))){
const err20 = {instancePath:instancePath+"/runs/" + i0+"/state",schemaPath:"#/properties/runs/items/properties/state/enum",keyword:"enum",params:{allowedValues: schema10.properties.runs.items.properties.state.enum},message:"must be equal to one of the allowed values",schema:schema10.properties.runs.items.properties.state.enum,parentSchema:schema10.properties.runs.items.properties.state,data:data11};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data5.blocked_by !== undefined){
let data12 = data5.blocked_by;
if(Array.isArray(data12)){
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
let data13 = data12[i1];
if(typeof data13 === "string"){
if(func3(data13) < 1){
const err21 = {instancePath:instancePath+"/runs/" + i0+"/blocked_by/" + i1,schemaPath:"#/properties/runs/items/properties/blocked_by/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema10.properties.runs.items.properties.blocked_by.items,data:data13};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/runs/" + i0+"/blocked_by/" + i1,schemaPath:"#/properties/runs/items/properties/blocked_by/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema10.properties.runs.items.properties.blocked_by.items.type,parentSchema:schema10.properties.runs.items.properties.blocked_by.items,data:data13};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
let i2 = data12.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data12[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err23 = {instancePath:instancePath+"/runs/" + i0+"/blocked_by",schemaPath:"#/properties/runs/items/properties/blocked_by/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i2+" are identical)",schema:true,parentSchema:schema10.properties.runs.items.properties.blocked_by,data:data12};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
break;
}
indices0[item0] = i2;
}
}
}
else {
const err24 = {instancePath:instancePath+"/runs/" + i0+"/blocked_by",schemaPath:"#/properties/runs/items/properties/blocked_by/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema10.properties.runs.items.properties.blocked_by.type,parentSchema:schema10.properties.runs.items.properties.blocked_by,data:data12};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data5.started_at !== undefined){
let data14 = data5.started_at;
if((typeof data14 !== "string") && (data14 !== null)){
const err25 = {instancePath:instancePath+"/runs/" + i0+"/started_at",schemaPath:"#/properties/runs/items/properties/started_at/type",keyword:"type",params:{type: schema10.properties.runs.items.properties.started_at.type},message:"must be string,null",schema:schema10.properties.runs.items.properties.started_at.type,parentSchema:schema10.properties.runs.items.properties.started_at,data:data14};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(typeof data14 === "string"){
if(!(formats0.test(data14))){
const err26 = {instancePath:instancePath+"/runs/" + i0+"/started_at",schemaPath:"#/properties/runs/items/properties/started_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema10.properties.runs.items.properties.started_at,data:data14};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
if(data5.ended_at !== undefined){
let data15 = data5.ended_at;
if((typeof data15 !== "string") && (data15 !== null)){
const err27 = {instancePath:instancePath+"/runs/" + i0+"/ended_at",schemaPath:"#/properties/runs/items/properties/ended_at/type",keyword:"type",params:{type: schema10.properties.runs.items.properties.ended_at.type},message:"must be string,null",schema:schema10.properties.runs.items.properties.ended_at.type,parentSchema:schema10.properties.runs.items.properties.ended_at,data:data15};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(typeof data15 === "string"){
if(!(formats0.test(data15))){
const err28 = {instancePath:instancePath+"/runs/" + i0+"/ended_at",schemaPath:"#/properties/runs/items/properties/ended_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema10.properties.runs.items.properties.ended_at,data:data15};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
if(data5.exit_code !== undefined){
let data16 = data5.exit_code;
if((!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))) && (data16 !== null)){
const err29 = {instancePath:instancePath+"/runs/" + i0+"/exit_code",schemaPath:"#/properties/runs/items/properties/exit_code/type",keyword:"type",params:{type: schema10.properties.runs.items.properties.exit_code.type},message:"must be integer,null",schema:schema10.properties.runs.items.properties.exit_code.type,parentSchema:schema10.properties.runs.items.properties.exit_code,data:data16};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data5.flaky !== undefined){
let data17 = data5.flaky;
if(typeof data17 !== "boolean"){
const err30 = {instancePath:instancePath+"/runs/" + i0+"/flaky",schemaPath:"#/properties/runs/items/properties/flaky/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema10.properties.runs.items.properties.flaky.type,parentSchema:schema10.properties.runs.items.properties.flaky,data:data17};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data5.results !== undefined){
let data18 = data5.results;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key2 in data18){
if(!((((((key2 === "total") || (key2 === "passed")) || (key2 === "failed")) || (key2 === "skipped")) || (key2 === "coverage_percent")) || (key2 === "failures"))){
const err31 = {instancePath:instancePath+"/runs/" + i0+"/results",schemaPath:"#/properties/runs/items/properties/results/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema10.properties.runs.items.properties.results,data:data18};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data18.total !== undefined){
let data19 = data18.total;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err32 = {instancePath:instancePath+"/runs/" + i0+"/results/total",schemaPath:"#/properties/runs/items/properties/results/properties/total/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema10.properties.runs.items.properties.results.properties.total.type,parentSchema:schema10.properties.runs.items.properties.results.properties.total,data:data19};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 0 || isNaN(data19)){
const err33 = {instancePath:instancePath+"/runs/" + i0+"/results/total",schemaPath:"#/properties/runs/items/properties/results/properties/total/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema10.properties.runs.items.properties.results.properties.total,data:data19};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
if(data18.passed !== undefined){
let data20 = data18.passed;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err34 = {instancePath:instancePath+"/runs/" + i0+"/results/passed",schemaPath:"#/properties/runs/items/properties/results/properties/passed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema10.properties.runs.items.properties.results.properties.passed.type,parentSchema:schema10.properties.runs.items.properties.results.properties.passed,data:data20};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 0 || isNaN(data20)){
const err35 = {instancePath:instancePath+"/runs/" + i0+"/results/passed",schemaPath:"#/properties/runs/items/properties/results/properties/passed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema10.properties.runs.items.properties.results.properties.passed,data:data20};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
if(data18.failed !== undefined){
let data21 = data18.failed;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err36 = {instancePath:instancePath+"/runs/" + i0+"/results/failed",schemaPath:"#/properties/runs/items/properties/results/properties/failed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema10.properties.runs.items.properties.results.properties.failed.type,parentSchema:schema10.properties.runs.items.properties.results.properties.failed,data:data21};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 0 || isNaN(data21)){
const err37 = {instancePath:instancePath+"/runs/" + i0+"/results/failed",schemaPath:"#/properties/runs/items/properties/results/properties/failed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema10.properties.runs.items.properties.results.properties.failed,data:data21};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
if(data18.skipped !== undefined){
let data22 = data18.skipped;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err38 = {instancePath:instancePath+"/runs/" + i0+"/results/skipped",schemaPath:"#/properties/runs/items/properties/results/properties/skipped/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema10.properties.runs.items.properties.results.properties.skipped.type,parentSchema:schema10.properties.runs.items.properties.results.properties.skipped,data:data22};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 0 || isNaN(data22)){
const err39 = {instancePath:instancePath+"/runs/" + i0+"/results/skipped",schemaPath:"#/properties/runs/items/properties/results/properties/skipped/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema10.properties.runs.items.properties.results.properties.skipped,data:data22};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
if(data18.coverage_percent !== undefined){
let data23 = data18.coverage_percent;
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 > 100 || isNaN(data23)){
const err40 = {instancePath:instancePath+"/runs/" + i0+"/results/coverage_percent",schemaPath:"#/properties/runs/items/properties/results/properties/coverage_percent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema10.properties.runs.items.properties.results.properties.coverage_percent,data:data23};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data23 < 0 || isNaN(data23)){
const err41 = {instancePath:instancePath+"/runs/" + i0+"/results/coverage_percent",schemaPath:"#/properties/runs/items/properties/results/properties/coverage_percent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema10.properties.runs.items.properties.results.properties.coverage_percent,data:data23};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/runs/" + i0+"/results/coverage_percent",schemaPath:"#/properties/runs/items/properties/results/properties/coverage_percent/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema10.properties.runs.items.properties.results.properties.coverage_percent.type,parentSchema:schema10.properties.runs.items.properties.results.properties.coverage_percent,data:data23};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data18.failures !== undefined){
let data24 = data18.failures;
if(Array.isArray(data24)){
const len2 = data24.length;
for(let i3=0; i3<len2; i3++){
let data25 = data24[i3];
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.name === undefined){
const err43 = {instancePath:instancePath+"/runs/" + i0+"/results/failures/" + i3,schemaPath:"#/properties/runs/items/properties/results/properties/failures/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema10.properties.runs.items.properties.results.properties.failures.items.required,parentSchema:schema10.properties.runs.items.properties.results.properties.failures.items,data:data25};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
for(const key3 in data25){
if(!((((key3 === "name") || (key3 === "message")) || (key3 === "file")) || (key3 === "line"))){
const err44 = {instancePath:instancePath+"/runs/" + i0+"/results/failures/" + i3,schemaPath:"#/properties/runs/items/properties/results/properties/failures/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema10.properties.runs.items.properties.results.properties.failures.items,data:data25};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data25.name !== undefined){
let data26 = data25.name;
if(typeof data26 === "string"){
if(func3(data26) < 1){
const err45 = {instancePath:instancePath+"/runs/" + i0+"/results/failures/" + i3+"/name",schemaPath:"#/properties/runs/items/properties/results/properties/failures/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema10.properties.runs.items.properties.results.properties.failures.items.properties.name,data:data26};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/runs/" + i0+"/results/failures/" + i3+"/name",schemaPath:"#/properties/runs/items/properties/results/properties/failures/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema10.properties.runs.items.properties.results.properties.failures.items.properties.name.type,parentSchema:schema10.properties.runs.items.properties.results.properties.failures.items.properties.name,data:data26};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data25.message !== undefined){
let data27 = data25.message;
if(typeof data27 !== "string"){
const err47 = {instancePath:instancePath+"/runs/" + i0+"/results/failures/" + i3+"/message",schemaPath:"#/properties/runs/items/properties/results/properties/failures/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema10.properties.runs.items.properties.results.properties.failures.items.properties.message.type,parentSchema:schema10.properties.runs.items.properties.results.properties.failures.items.properties.message,data:data27};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data25.file !== undefined){
let data28 = data25.file;
if(typeof data28 !== "string"){
const err48 = {instancePath:instancePath+"/runs/" + i0+"/results/failures/" + i3+"/file",schemaPath:"#/properties/runs/items/properties/results/properties/failures/items/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema10.properties.runs.items.properties.results.properties.failures.items.properties.file.type,parentSchema:schema10.properties.runs.items.properties.results.properties.failures.items.properties.file,data:data28};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data25.line !== undefined){
let data29 = data25.line;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err49 = {instancePath:instancePath+"/runs/" + i0+"/results/failures/" + i3+"/line",schemaPath:"#/properties/runs/items/properties/results/properties/failures/items/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema10.properties.runs.items.properties.results.properties.failures.items.properties.line.type,parentSchema:schema10.properties.runs.items.properties.results.properties.failures.items.properties.line,data:data29};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 < 1 || isNaN(data29)){
const err50 = {instancePath:instancePath+"/runs/" + i0+"/results/failures/" + i3+"/line",schemaPath:"#/properties/runs/items/properties/results/properties/failures/items/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema10.properties.runs.items.properties.results.properties.failures.items.properties.line,data:data29};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
}
else {
const err51 = {instancePath:instancePath+"/runs/" + i0+"/results/failures/" + i3,schemaPath:"#/properties/runs/items/properties/results/properties/failures/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema10.properties.runs.items.properties.results.properties.failures.items.type,parentSchema:schema10.properties.runs.items.properties.results.properties.failures.items,data:data25};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath:instancePath+"/runs/" + i0+"/results/failures",schemaPath:"#/properties/runs/items/properties/results/properties/failures/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema10.properties.runs.items.properties.results.properties.failures.type,parentSchema:schema10.properties.runs.items.properties.results.properties.failures,data:data24};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath:instancePath+"/runs/" + i0+"/results",schemaPath:"#/properties/runs/items/properties/results/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema10.properties.runs.items.properties.results.type,parentSchema:schema10.properties.runs.items.properties.results,data:data18};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data5.log !== undefined){
let data30 = data5.log;
if(typeof data30 !== "string"){
const err54 = {instancePath:instancePath+"/runs/" + i0+"/log",schemaPath:"#/properties/runs/items/properties/log/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema10.properties.runs.items.properties.log.type,parentSchema:schema10.properties.runs.items.properties.log,data:data30};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/runs/" + i0,schemaPath:"#/properties/runs/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema10.properties.runs.items.type,parentSchema:schema10.properties.runs.items,data:data5};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/runs",schemaPath:"#/properties/runs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema10.properties.runs.type,parentSchema:schema10.properties.runs,data:data4};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema10.type,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}

export const planV1 = validate26;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/patchbay/plan.v1.json","title":"Plan v1","description":"A plan: phases, workstreams and tasks with their order, gates and limits. UET v1 fields keep their names; what v1 has no place for stands beside them.","type":"object","required":["schema","plan_id","phases"],"additionalProperties":false,"properties":{"doc_id":{"description":"Annotation of the framework's documents; ignored.","type":"string"},"$schema":{"description":"For editors; ignored.","type":"string"},"schema":{"description":"Which format the file has.","const":"patchbay/plan.v1"},"plan_id":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200},"project_id":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200},"name":{"description":"A title for people.","type":"string"},"description":{"type":"string"},"strategy":{"enum":["sequential","dag","shadow"],"description":"sequential: one at a time; dag: whatever is ready; shadow: not in this version."},"merge_order":{"description":"ready: patches are merged as they come; plan: strictly in the order of the plan.","enum":["ready","plan"]},"budget":{"$ref":"#/definitions/budget"},"gates":{"description":"Gates of this plan.","type":"array","items":{"$ref":"#/definitions/gate"},"maxItems":500},"compensation":{"$ref":"#/definitions/compensation"},"patch_policy_ref":{"$ref":"#/definitions/policyRef"},"issue_ref":{"$ref":"#/definitions/issueRef"},"phases":{"type":"array","items":{"$ref":"#/definitions/phase"},"minItems":1}},"definitions":{"glob":{"type":"string","minLength":1,"pattern":"^(?!/)(?![A-Za-z]:)(?!(?:.*/)?\\.\\.(?:/|$))[^\\\\]*$","description":"A glob relative to the repository's root; `/` separates, `..` is not allowed."},"globs":{"type":"array","items":{"$ref":"#/definitions/glob"}},"env":{"type":"object","description":"Environment variables by name.","additionalProperties":{"type":"string"}},"gate":{"type":"object","properties":{"gate_id":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200},"name":{"description":"A title for people.","type":"string"},"kind":{"description":"lint, unit, integration, security, or any word of your own.","type":"string","minLength":1},"command":{"type":["array","string"],"description":"Program and arguments as a list. One string is a line for the shell and needs `shell: true`.","items":{"type":"string"},"minItems":1,"minLength":1},"shell":{"description":"True: the command is one line for the system's shell.","type":"boolean"},"after":{"description":"Gates that run before this one.","type":"array","items":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200}},"required":{"description":"False: a failure is recorded and lets the patch pass.","type":"boolean","default":true},"blocking":{"description":"False: what depends on the task does not wait for this gate.","type":"boolean","default":true},"wave_boundary":{"description":"True: runs once at the end of a wave instead of once for each patch.","type":"boolean"},"timeout_seconds":{"description":"The gate is stopped after this time and counts as an error.","type":"integer","minimum":1,"maximum":604800},"expected_exit":{"description":"Exit code that means passed.","type":"integer","minimum":0,"maximum":255,"default":0},"env":{"$ref":"#/definitions/env"},"report":{"description":"How to read the output, for example {format: tap}.","type":"object","properties":{"format":{"type":"string","minLength":1},"file":{"type":"string"}}}},"description":"A check that runs on the merged result of a patch.","required":["gate_id","command"],"additionalProperties":false},"scope":{"type":"object","properties":{"type":{"type":"string"},"read":{"$ref":"#/definitions/globs"},"write":{"$ref":"#/definitions/globs"},"create":{"$ref":"#/definitions/globs"},"forbidden":{"$ref":"#/definitions/globs"}},"description":"Which files may be read, changed, created, and which never; a level may only narrow what stands above it.","additionalProperties":false},"constraints":{"type":"object","properties":{"patch":{"type":"object","properties":{"patch_required":{"type":"boolean"},"max_lines_changed":{"type":"integer","minimum":1},"max_files_changed":{"type":"integer","minimum":1},"forbid_binary_patches":{"type":"boolean"},"forbid_paths":{"$ref":"#/definitions/globs"},"forbid_touching_paths":{"$ref":"#/definitions/globs"},"require_tests_for_paths":{"$ref":"#/definitions/globs"},"allowed_formats":{"description":"Formats a patch may have; every patch of ours is unified_diff.","type":"array","items":{"type":"string"}},"require_issue_ref":{"type":"boolean"},"min_reviewers":{"type":"integer","minimum":0},"oscillation_window":{"type":"integer","minimum":1},"oscillation_threshold":{"type":"integer","minimum":1}},"description":"Limits on one patch, as a patch_policy.v1 names them; forbid_paths is short for forbid_touching_paths."},"tests":{"type":"object","properties":{"tests_must_run":{"type":"boolean"},"tests_must_pass":{"type":"boolean"},"test_command":{"type":"string"}}},"behavior":{"type":"object","properties":{"ascii_only":{"type":"boolean"},"require_doc_update":{"type":"boolean"}}}},"description":"Limits; a level may only tighten what stands above it."},"policyRef":{"description":"Policies whose limits hold here too: global, python_strict, docs_permissive, or a file of the project.","type":["string","array"],"minLength":1,"items":{"description":"A policy's name or file.","type":"string","minLength":1},"maxItems":20},"issueRef":{"description":"The issue this work belongs to, such as #12 or ABC-12; the nearest level that names one wins.","type":"string","minLength":1,"maxLength":500,"pattern":"^[^\\n\\r]+$"},"budget":{"type":"object","properties":{"max_cost_total_usd":{"description":"Most that may be spent, in US dollars.","type":"number","minimum":0,"maximum":1000000},"max_cost_usd":{"description":"The same, as tasks spell it.","type":"number","minimum":0,"maximum":1000000},"warn_percent":{"type":"number","minimum":1,"maximum":100},"mode":{"description":"What happens at the limit.","enum":["warn","halt","ask"]}},"description":"A limit on money.","additionalProperties":false},"compensation":{"type":"array","items":{"type":"object","properties":{"type":{"enum":["git_restore","git_revert","command","sql_down","manual"]}},"required":["type"]},"description":"What undoes this level's work, in order."},"acceptance":{"type":"object","properties":{"mode":{"type":"string","enum":["all","any","custom"]},"checks":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"},"type":{"type":"string"},"description":{"type":"string"},"command":{"type":"string"},"required":{"type":"boolean"},"severity":{"type":"string"}},"required":["id","type"]}},"post_actions":{"type":"array","items":{"type":"string"}}},"description":"When this level counts as accepted."},"edge":{"type":["string","object"],"properties":{"task":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200},"edge":{"description":"success (the default): only if it completed; finish: whatever the outcome; artifact, gate: not in this version.","enum":["success","finish","artifact","gate"]}},"required":["task"],"additionalProperties":false,"minLength":1,"description":"A task's id, or {task, edge}."},"edit":{"type":"object","properties":{"write":{"description":"A file's path relative to the repository's root.","type":"string","minLength":1,"maxLength":4096},"append":{"description":"A file's path relative to the repository's root.","type":"string","minLength":1,"maxLength":4096},"replace":{"description":"A file's path relative to the repository's root.","type":"string","minLength":1,"maxLength":4096},"delete":{"description":"A file's path relative to the repository's root.","type":"string","minLength":1,"maxLength":4096},"move":{"description":"A file's path relative to the repository's root.","type":"string","minLength":1,"maxLength":4096},"text":{"description":"The text of write and append.","type":"string"},"find":{"description":"What replace looks for; it must be there.","type":"string","minLength":1},"with":{"description":"What replace puts in its place.","type":"string"},"to":{"description":"A file's path relative to the repository's root.","type":"string","minLength":1,"maxLength":4096}},"additionalProperties":false,"oneOf":[{"required":["write","text"]},{"required":["append","text"]},{"required":["replace","find","with"]},{"required":["delete"]},{"required":["move","to"]}],"description":"One edit: {write, text}, {append, text}, {replace, find, with}, {delete} or {move, to}."},"scriptAttempt":{"type":"object","properties":{"edits":{"type":"array","items":{"$ref":"#/definitions/edit"}},"wait_seconds":{"description":"Seconds to wait before the first edit.","type":"number","minimum":0,"maximum":3600}},"required":["edits"],"additionalProperties":false},"script":{"type":"object","properties":{"edits":{"type":"array","items":{"$ref":"#/definitions/edit"}},"wait_seconds":{"description":"Seconds to wait before the first edit.","type":"number","minimum":0,"maximum":3600},"attempts":{"type":"array","items":{"$ref":"#/definitions/scriptAttempt"},"minItems":1,"description":"Edits by attempt; the last entry serves every later attempt."}},"additionalProperties":false,"oneOf":[{"required":["edits"]},{"required":["attempts"]}],"description":"What the built-in tool `script` does: either `edits`, or `attempts` with edits each."},"command":{"type":"object","properties":{"argv":{"description":"Program and arguments.","type":"array","items":{"type":"string"},"minItems":1},"shell":{"description":"True: argv holds one line for the system's shell.","type":"boolean"},"stdin":{"description":"Text for the program's standard input.","type":"string"},"success":{"type":"object","properties":{"exit":{"type":"array","items":{"type":"integer","minimum":0,"maximum":255},"minItems":1}},"description":"Exit codes that mean success; [0] where absent.","additionalProperties":false},"litter":{"$ref":"#/definitions/globs"},"env":{"$ref":"#/definitions/env"}},"description":"What the tool `command` starts.","required":["argv"],"additionalProperties":false},"task":{"type":"object","properties":{"doc_id":{"description":"Annotation of the framework's documents; ignored.","type":"string"},"task_id":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200},"name":{"type":"string","minLength":1},"kind":{"description":"code_edit, human_review, or any other word.","type":"string","minLength":1},"depends_on":{"description":"Tasks that must end first.","type":"array","items":{"$ref":"#/definitions/edge"}},"allow_parallel":{"type":"boolean"},"classification":{"type":"object","properties":{"complexity":{"type":"string"},"risk_tier":{"type":"string"},"domain":{"type":"string"},"priority":{"type":"string"}}},"priority":{"description":"low, normal, high, urgent, or a number; higher goes first.","type":["integer","string"],"minimum":-100,"maximum":100,"minLength":1},"resource_scope_delta":{"$ref":"#/definitions/scope"},"constraints_delta":{"$ref":"#/definitions/constraints"},"resource_scope":{"$ref":"#/definitions/scope"},"constraints":{"$ref":"#/definitions/constraints"},"patch_policy_ref":{"$ref":"#/definitions/policyRef"},"issue_ref":{"$ref":"#/definitions/issueRef"},"acceptance":{"$ref":"#/definitions/acceptance"},"gates":{"description":"Gates a patch passes before it is committed; the nearest level that names them wins.","type":"array","items":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200}},"budget":{"$ref":"#/definitions/budget"},"compensation":{"$ref":"#/definitions/compensation"},"execution":{"type":"object","properties":{"max_attempts":{"type":"integer","minimum":1,"maximum":100},"timeout_seconds":{"description":"The attempt is stopped after this time.","type":"integer","minimum":1,"maximum":604800},"idle_timeout_seconds":{"description":"The attempt is stopped after this time without output.","type":"integer","minimum":1,"maximum":604800},"retry_strategy":{"type":"string"},"background":{"type":"boolean"}},"description":"How the task is run."},"prompt_template_ref":{"type":"string"},"prompt_overrides":{"type":"object"},"execution_request_template":{"type":"object"},"error_handling":{"type":"object","properties":{"on_failure":{"type":"string"}}},"tool":{"description":"script, command, or the name of a coding tool.","type":"string","minLength":1},"script":{"$ref":"#/definitions/script"},"command":{"$ref":"#/definitions/command"},"prompt":{"type":["object","string"],"description":"What to ask of a coding tool."},"conflict_group":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200},"critical":{"description":"False: the run can succeed without it.","type":"boolean","default":true},"allow_no_change":{"description":"True: a task that changes nothing still completes.","type":"boolean","default":false}},"required":["task_id","name","kind"],"additionalProperties":false},"workstream":{"type":"object","properties":{"doc_id":{"description":"Annotation of the framework's documents; ignored.","type":"string"},"workstream_id":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200},"project_id":{"type":"string","minLength":1},"phase_id":{"type":"string","minLength":1},"name":{"type":"string","minLength":1},"objective":{"type":"string"},"tags":{"type":"array","items":{"type":"string"}},"depends_on":{"description":"What must be completed first.","type":"array","items":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200}},"strategy":{"enum":["sequential","dag","shadow"],"description":"sequential: one at a time; dag: whatever is ready; shadow: not in this version."},"parallel":{"type":"boolean","description":"true is short for the strategy dag, false for sequential."},"patch_mode":{"type":"boolean","description":"true: the work of this workstream becomes patches, whatever the project's flags say. A plan cannot say false where they say true."},"resource_scope":{"$ref":"#/definitions/scope"},"constraints":{"$ref":"#/definitions/constraints"},"patch_policy_ref":{"$ref":"#/definitions/policyRef"},"issue_ref":{"$ref":"#/definitions/issueRef"},"acceptance":{"$ref":"#/definitions/acceptance"},"gates":{"description":"Gates a patch passes before it is committed; the nearest level that names them wins.","type":"array","items":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200}},"budget":{"$ref":"#/definitions/budget"},"compensation":{"$ref":"#/definitions/compensation"},"concurrency":{"type":"object","properties":{"max_parallel":{"type":"integer","minimum":1}}},"error_handling":{"type":"object","properties":{"strategy":{"type":"string","enum":["fail_fast","continue","escalate"]}}},"tasks":{"type":"array","items":{"$ref":"#/definitions/task"},"minItems":1}},"required":["workstream_id","name","tasks"],"additionalProperties":false},"phase":{"type":"object","properties":{"doc_id":{"description":"Annotation of the framework's documents; ignored.","type":"string"},"phase_id":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200},"name":{"type":"string","minLength":1},"category":{"type":"string"},"description":{"type":"string"},"depends_on":{"description":"What must be completed first.","type":"array","items":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200}},"resource_scope":{"$ref":"#/definitions/scope"},"constraints":{"$ref":"#/definitions/constraints"},"patch_policy_ref":{"$ref":"#/definitions/policyRef"},"issue_ref":{"$ref":"#/definitions/issueRef"},"acceptance":{"$ref":"#/definitions/acceptance"},"gates":{"description":"Gates a patch passes before it is committed; the nearest level that names them wins.","type":"array","items":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200}},"budget":{"$ref":"#/definitions/budget"},"compensation":{"$ref":"#/definitions/compensation"},"workstreams":{"type":"array","items":{"$ref":"#/definitions/workstream"},"minItems":1}},"required":["phase_id","name","workstreams"],"additionalProperties":false}}};
const schema12 = {"type":"object","properties":{"max_cost_total_usd":{"description":"Most that may be spent, in US dollars.","type":"number","minimum":0,"maximum":1000000},"max_cost_usd":{"description":"The same, as tasks spell it.","type":"number","minimum":0,"maximum":1000000},"warn_percent":{"type":"number","minimum":1,"maximum":100},"mode":{"description":"What happens at the limit.","enum":["warn","halt","ask"]}},"description":"A limit on money.","additionalProperties":false};

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "max_cost_total_usd") || (key0 === "max_cost_usd")) || (key0 === "warn_percent")) || (key0 === "mode"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.max_cost_total_usd !== undefined){
let data0 = data.max_cost_total_usd;
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1000000 || isNaN(data0)){
const err1 = {instancePath:instancePath+"/max_cost_total_usd",schemaPath:"#/properties/max_cost_total_usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema12.properties.max_cost_total_usd,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/max_cost_total_usd",schemaPath:"#/properties/max_cost_total_usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema12.properties.max_cost_total_usd,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/max_cost_total_usd",schemaPath:"#/properties/max_cost_total_usd/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema12.properties.max_cost_total_usd.type,parentSchema:schema12.properties.max_cost_total_usd,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.max_cost_usd !== undefined){
let data1 = data.max_cost_usd;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1000000 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/max_cost_usd",schemaPath:"#/properties/max_cost_usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema12.properties.max_cost_usd,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1 < 0 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/max_cost_usd",schemaPath:"#/properties/max_cost_usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema12.properties.max_cost_usd,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/max_cost_usd",schemaPath:"#/properties/max_cost_usd/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema12.properties.max_cost_usd.type,parentSchema:schema12.properties.max_cost_usd,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.warn_percent !== undefined){
let data2 = data.warn_percent;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 100 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/warn_percent",schemaPath:"#/properties/warn_percent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema12.properties.warn_percent,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err8 = {instancePath:instancePath+"/warn_percent",schemaPath:"#/properties/warn_percent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema12.properties.warn_percent,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/warn_percent",schemaPath:"#/properties/warn_percent/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema12.properties.warn_percent.type,parentSchema:schema12.properties.warn_percent,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.mode !== undefined){
let data3 = data.mode;
if(!(((data3 === "warn") || (data3 === "halt")) || (data3 === "ask"))){
const err10 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/enum",keyword:"enum",params:{allowedValues: schema12.properties.mode.enum},message:"must be equal to one of the allowed values",schema:schema12.properties.mode.enum,parentSchema:schema12.properties.mode,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.type,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}


function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.gate_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "gate_id"},message:"must have required property '"+"gate_id"+"'",schema:schema13.required,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.command === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "command"},message:"must have required property '"+"command"+"'",schema:schema13.required,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema13.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.gate_id !== undefined){
let data0 = data.gate_id;
if(typeof data0 === "string"){
if(func3(data0) > 200){
const err3 = {instancePath:instancePath+"/gate_id",schemaPath:"#/properties/gate_id/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema13.properties.gate_id,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(func3(data0) < 1){
const err4 = {instancePath:instancePath+"/gate_id",schemaPath:"#/properties/gate_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.gate_id,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/gate_id",schemaPath:"#/properties/gate_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.gate_id.type,parentSchema:schema13.properties.gate_id,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 !== "string"){
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.name.type,parentSchema:schema13.properties.name,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined){
let data2 = data.kind;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.kind,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.kind.type,parentSchema:schema13.properties.kind,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.command !== undefined){
let data3 = data.command;
if((!(Array.isArray(data3))) && (typeof data3 !== "string")){
const err9 = {instancePath:instancePath+"/command",schemaPath:"#/properties/command/type",keyword:"type",params:{type: schema13.properties.command.type},message:"must be array,string",schema:schema13.properties.command.type,parentSchema:schema13.properties.command,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err10 = {instancePath:instancePath+"/command",schemaPath:"#/properties/command/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.command,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(Array.isArray(data3)){
if(data3.length < 1){
const err11 = {instancePath:instancePath+"/command",schemaPath:"#/properties/command/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema13.properties.command,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 !== "string"){
const err12 = {instancePath:instancePath+"/command/" + i0,schemaPath:"#/properties/command/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.command.items.type,parentSchema:schema13.properties.command.items,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
}
if(data.shell !== undefined){
let data5 = data.shell;
if(typeof data5 !== "boolean"){
const err13 = {instancePath:instancePath+"/shell",schemaPath:"#/properties/shell/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema13.properties.shell.type,parentSchema:schema13.properties.shell,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.after !== undefined){
let data6 = data.after;
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
if(typeof data7 === "string"){
if(func3(data7) > 200){
const err14 = {instancePath:instancePath+"/after/" + i1,schemaPath:"#/properties/after/items/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema13.properties.after.items,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(func3(data7) < 1){
const err15 = {instancePath:instancePath+"/after/" + i1,schemaPath:"#/properties/after/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.after.items,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/after/" + i1,schemaPath:"#/properties/after/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.after.items.type,parentSchema:schema13.properties.after.items,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/after",schemaPath:"#/properties/after/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema13.properties.after.type,parentSchema:schema13.properties.after,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.required !== undefined){
let data8 = data.required;
if(typeof data8 !== "boolean"){
const err18 = {instancePath:instancePath+"/required",schemaPath:"#/properties/required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema13.properties.required.type,parentSchema:schema13.properties.required,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.blocking !== undefined){
let data9 = data.blocking;
if(typeof data9 !== "boolean"){
const err19 = {instancePath:instancePath+"/blocking",schemaPath:"#/properties/blocking/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema13.properties.blocking.type,parentSchema:schema13.properties.blocking,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.wave_boundary !== undefined){
let data10 = data.wave_boundary;
if(typeof data10 !== "boolean"){
const err20 = {instancePath:instancePath+"/wave_boundary",schemaPath:"#/properties/wave_boundary/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema13.properties.wave_boundary.type,parentSchema:schema13.properties.wave_boundary,data:data10};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.timeout_seconds !== undefined){
let data11 = data.timeout_seconds;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err21 = {instancePath:instancePath+"/timeout_seconds",schemaPath:"#/properties/timeout_seconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.timeout_seconds.type,parentSchema:schema13.properties.timeout_seconds,data:data11};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 604800 || isNaN(data11)){
const err22 = {instancePath:instancePath+"/timeout_seconds",schemaPath:"#/properties/timeout_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 604800},message:"must be <= 604800",schema:604800,parentSchema:schema13.properties.timeout_seconds,data:data11};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data11 < 1 || isNaN(data11)){
const err23 = {instancePath:instancePath+"/timeout_seconds",schemaPath:"#/properties/timeout_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema13.properties.timeout_seconds,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
if(data.expected_exit !== undefined){
let data12 = data.expected_exit;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err24 = {instancePath:instancePath+"/expected_exit",schemaPath:"#/properties/expected_exit/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.expected_exit.type,parentSchema:schema13.properties.expected_exit,data:data12};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 255 || isNaN(data12)){
const err25 = {instancePath:instancePath+"/expected_exit",schemaPath:"#/properties/expected_exit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255},message:"must be <= 255",schema:255,parentSchema:schema13.properties.expected_exit,data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data12 < 0 || isNaN(data12)){
const err26 = {instancePath:instancePath+"/expected_exit",schemaPath:"#/properties/expected_exit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema13.properties.expected_exit,data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
if(data.env !== undefined){
if(!(validate30(data.env, {instancePath:instancePath+"/env",parentData:data,parentDataProperty:"env",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data.report !== undefined){
let data14 = data.report;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.format !== undefined){
let data15 = data14.format;
if(typeof data15 === "string"){
if(func3(data15) < 1){
const err27 = {instancePath:instancePath+"/report/format",schemaPath:"#/properties/report/properties/format/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.report.properties.format,data:data15};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/report/format",schemaPath:"#/properties/report/properties/format/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.report.properties.format.type,parentSchema:schema13.properties.report.properties.format,data:data15};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data14.file !== undefined){
let data16 = data14.file;
if(typeof data16 !== "string"){
const err29 = {instancePath:instancePath+"/report/file",schemaPath:"#/properties/report/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.report.properties.file.type,parentSchema:schema13.properties.report.properties.file,data:data16};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/report",schemaPath:"#/properties/report/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.report.type,parentSchema:schema13.properties.report,data:data14};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.type,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}

const schema15 = {"type":"array","items":{"type":"object","properties":{"type":{"enum":["git_restore","git_revert","command","sql_down","manual"]}},"required":["type"]},"description":"What undoes this level's work, in order."};

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.type === undefined){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema15.items.required,parentSchema:schema15.items,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.type !== undefined){
let data1 = data0.type;
if(!(((((data1 === "git_restore") || (data1 === "git_revert")) || (data1 === "command")) || (data1 === "sql_down")) || (data1 === "manual"))){
const err1 = {instancePath:instancePath+"/" + i0+"/type",schemaPath:"#/items/properties/type/enum",keyword:"enum",params:{allowedValues: schema15.items.properties.type.enum},message:"must be equal to one of the allowed values",schema:schema15.items.properties.type.enum,parentSchema:schema15.items.properties.type,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema15.items.type,parentSchema:schema15.items,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema15.type,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate33.errors = vErrors;
return errors === 0;
}

const schema16 = {"description":"Policies whose limits hold here too: global, python_strict, docs_permissive, or a file of the project.","type":["string","array"],"minLength":1,"items":{"description":"A policy's name or file.","type":"string","minLength":1},"maxItems":20};

function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (!(Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema16.type},message:"must be string,array",schema:schema16.type,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(typeof data === "string"){
if(func3(data) < 1){
const err1 = {instancePath,schemaPath:"#/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(Array.isArray(data)){
if(data.length > 20){
const err2 = {instancePath,schemaPath:"#/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items",schema:20,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(func3(data0) < 1){
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16.items,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.items.type,parentSchema:schema16.items,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
validate35.errors = vErrors;
return errors === 0;
}

const schema17 = {"description":"The issue this work belongs to, such as #12 or ABC-12; the nearest level that names one wins.","type":"string","minLength":1,"maxLength":500,"pattern":"^[^\\n\\r]+$"};
const pattern27 = new RegExp("^[^\\n\\r]+$", "u");

function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(func3(data) > 500){
const err0 = {instancePath,schemaPath:"#/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters",schema:500,parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(func3(data) < 1){
const err1 = {instancePath,schemaPath:"#/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!pattern27.test(data)){
const err2 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[^\\n\\r]+$"},message:"must match pattern \""+"^[^\\n\\r]+$"+"\"",schema:"^[^\\n\\r]+$",parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.type,parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate37.errors = vErrors;
return errors === 0;
}

const schema18 = {"type":"object","properties":{"doc_id":{"description":"Annotation of the framework's documents; ignored.","type":"string"},"phase_id":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200},"name":{"type":"string","minLength":1},"category":{"type":"string"},"description":{"type":"string"},"depends_on":{"description":"What must be completed first.","type":"array","items":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200}},"resource_scope":{"$ref":"#/definitions/scope"},"constraints":{"$ref":"#/definitions/constraints"},"patch_policy_ref":{"$ref":"#/definitions/policyRef"},"issue_ref":{"$ref":"#/definitions/issueRef"},"acceptance":{"$ref":"#/definitions/acceptance"},"gates":{"description":"Gates a patch passes before it is committed; the nearest level that names them wins.","type":"array","items":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200}},"budget":{"$ref":"#/definitions/budget"},"compensation":{"$ref":"#/definitions/compensation"},"workstreams":{"type":"array","items":{"$ref":"#/definitions/workstream"},"minItems":1}},"required":["phase_id","name","workstreams"],"additionalProperties":false};
const schema19 = {"type":"object","properties":{"type":{"type":"string"},"read":{"$ref":"#/definitions/globs"},"write":{"$ref":"#/definitions/globs"},"create":{"$ref":"#/definitions/globs"},"forbidden":{"$ref":"#/definitions/globs"}},"description":"Which files may be read, changed, created, and which never; a level may only narrow what stands above it.","additionalProperties":false};
const schema20 = {"type":"array","items":{"$ref":"#/definitions/glob"}};
const schema21 = {"type":"string","minLength":1,"pattern":"^(?!/)(?![A-Za-z]:)(?!(?:.*/)?\\.\\.(?:/|$))[^\\\\]*$","description":"A glob relative to the repository's root; `/` separates, `..` is not allowed."};
const pattern28 = new RegExp("^(?!/)(?![A-Za-z]:)(?!(?:.*/)?\\.\\.(?:/|$))[^\\\\]*$", "u");

function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(func3(data) < 1){
const err0 = {instancePath,schemaPath:"#/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!pattern28.test(data)){
const err1 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^(?!/)(?![A-Za-z]:)(?!(?:.*/)?\\.\\.(?:/|$))[^\\\\]*$"},message:"must match pattern \""+"^(?!/)(?![A-Za-z]:)(?!(?:.*/)?\\.\\.(?:/|$))[^\\\\]*$"+"\"",schema:"^(?!/)(?![A-Za-z]:)(?!(?:.*/)?\\.\\.(?:/|$))[^\\\\]*$",parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.type,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate42.errors = vErrors;
return errors === 0;
}


function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate42(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
}
else {
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema20.type,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate41.errors = vErrors;
return errors === 0;
}


function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "type") || (key0 === "read")) || (key0 === "write")) || (key0 === "create")) || (key0 === "forbidden"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.type !== undefined){
let data0 = data.type;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.properties.type.type,parentSchema:schema19.properties.type,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.read !== undefined){
if(!(validate41(data.read, {instancePath:instancePath+"/read",parentData:data,parentDataProperty:"read",rootData}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
if(data.write !== undefined){
if(!(validate41(data.write, {instancePath:instancePath+"/write",parentData:data,parentDataProperty:"write",rootData}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
if(data.create !== undefined){
if(!(validate41(data.create, {instancePath:instancePath+"/create",parentData:data,parentDataProperty:"create",rootData}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
if(data.forbidden !== undefined){
if(!(validate41(data.forbidden, {instancePath:instancePath+"/forbidden",parentData:data,parentDataProperty:"forbidden",rootData}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema19.type,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate40.errors = vErrors;
return errors === 0;
}

const schema22 = {"type":"object","properties":{"patch":{"type":"object","properties":{"patch_required":{"type":"boolean"},"max_lines_changed":{"type":"integer","minimum":1},"max_files_changed":{"type":"integer","minimum":1},"forbid_binary_patches":{"type":"boolean"},"forbid_paths":{"$ref":"#/definitions/globs"},"forbid_touching_paths":{"$ref":"#/definitions/globs"},"require_tests_for_paths":{"$ref":"#/definitions/globs"},"allowed_formats":{"description":"Formats a patch may have; every patch of ours is unified_diff.","type":"array","items":{"type":"string"}},"require_issue_ref":{"type":"boolean"},"min_reviewers":{"type":"integer","minimum":0},"oscillation_window":{"type":"integer","minimum":1},"oscillation_threshold":{"type":"integer","minimum":1}},"description":"Limits on one patch, as a patch_policy.v1 names them; forbid_paths is short for forbid_touching_paths."},"tests":{"type":"object","properties":{"tests_must_run":{"type":"boolean"},"tests_must_pass":{"type":"boolean"},"test_command":{"type":"string"}}},"behavior":{"type":"object","properties":{"ascii_only":{"type":"boolean"},"require_doc_update":{"type":"boolean"}}}},"description":"Limits; a level may only tighten what stands above it."};

function validate49(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.patch !== undefined){
let data0 = data.patch;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.patch_required !== undefined){
let data1 = data0.patch_required;
if(typeof data1 !== "boolean"){
const err0 = {instancePath:instancePath+"/patch/patch_required",schemaPath:"#/properties/patch/properties/patch_required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema22.properties.patch.properties.patch_required.type,parentSchema:schema22.properties.patch.properties.patch_required,data:data1};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data0.max_lines_changed !== undefined){
let data2 = data0.max_lines_changed;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err1 = {instancePath:instancePath+"/patch/max_lines_changed",schemaPath:"#/properties/patch/properties/max_lines_changed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema22.properties.patch.properties.max_lines_changed.type,parentSchema:schema22.properties.patch.properties.max_lines_changed,data:data2};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 1 || isNaN(data2)){
const err2 = {instancePath:instancePath+"/patch/max_lines_changed",schemaPath:"#/properties/patch/properties/max_lines_changed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema22.properties.patch.properties.max_lines_changed,data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
if(data0.max_files_changed !== undefined){
let data3 = data0.max_files_changed;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err3 = {instancePath:instancePath+"/patch/max_files_changed",schemaPath:"#/properties/patch/properties/max_files_changed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema22.properties.patch.properties.max_files_changed.type,parentSchema:schema22.properties.patch.properties.max_files_changed,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 1 || isNaN(data3)){
const err4 = {instancePath:instancePath+"/patch/max_files_changed",schemaPath:"#/properties/patch/properties/max_files_changed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema22.properties.patch.properties.max_files_changed,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data0.forbid_binary_patches !== undefined){
let data4 = data0.forbid_binary_patches;
if(typeof data4 !== "boolean"){
const err5 = {instancePath:instancePath+"/patch/forbid_binary_patches",schemaPath:"#/properties/patch/properties/forbid_binary_patches/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema22.properties.patch.properties.forbid_binary_patches.type,parentSchema:schema22.properties.patch.properties.forbid_binary_patches,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data0.forbid_paths !== undefined){
if(!(validate41(data0.forbid_paths, {instancePath:instancePath+"/patch/forbid_paths",parentData:data0,parentDataProperty:"forbid_paths",rootData}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
if(data0.forbid_touching_paths !== undefined){
if(!(validate41(data0.forbid_touching_paths, {instancePath:instancePath+"/patch/forbid_touching_paths",parentData:data0,parentDataProperty:"forbid_touching_paths",rootData}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
if(data0.require_tests_for_paths !== undefined){
if(!(validate41(data0.require_tests_for_paths, {instancePath:instancePath+"/patch/require_tests_for_paths",parentData:data0,parentDataProperty:"require_tests_for_paths",rootData}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
if(data0.allowed_formats !== undefined){
let data8 = data0.allowed_formats;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
if(typeof data9 !== "string"){
const err6 = {instancePath:instancePath+"/patch/allowed_formats/" + i0,schemaPath:"#/properties/patch/properties/allowed_formats/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema22.properties.patch.properties.allowed_formats.items.type,parentSchema:schema22.properties.patch.properties.allowed_formats.items,data:data9};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/patch/allowed_formats",schemaPath:"#/properties/patch/properties/allowed_formats/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema22.properties.patch.properties.allowed_formats.type,parentSchema:schema22.properties.patch.properties.allowed_formats,data:data8};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data0.require_issue_ref !== undefined){
let data10 = data0.require_issue_ref;
if(typeof data10 !== "boolean"){
const err8 = {instancePath:instancePath+"/patch/require_issue_ref",schemaPath:"#/properties/patch/properties/require_issue_ref/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema22.properties.patch.properties.require_issue_ref.type,parentSchema:schema22.properties.patch.properties.require_issue_ref,data:data10};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data0.min_reviewers !== undefined){
let data11 = data0.min_reviewers;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err9 = {instancePath:instancePath+"/patch/min_reviewers",schemaPath:"#/properties/patch/properties/min_reviewers/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema22.properties.patch.properties.min_reviewers.type,parentSchema:schema22.properties.patch.properties.min_reviewers,data:data11};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 0 || isNaN(data11)){
const err10 = {instancePath:instancePath+"/patch/min_reviewers",schemaPath:"#/properties/patch/properties/min_reviewers/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema22.properties.patch.properties.min_reviewers,data:data11};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
if(data0.oscillation_window !== undefined){
let data12 = data0.oscillation_window;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err11 = {instancePath:instancePath+"/patch/oscillation_window",schemaPath:"#/properties/patch/properties/oscillation_window/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema22.properties.patch.properties.oscillation_window.type,parentSchema:schema22.properties.patch.properties.oscillation_window,data:data12};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 1 || isNaN(data12)){
const err12 = {instancePath:instancePath+"/patch/oscillation_window",schemaPath:"#/properties/patch/properties/oscillation_window/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema22.properties.patch.properties.oscillation_window,data:data12};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data0.oscillation_threshold !== undefined){
let data13 = data0.oscillation_threshold;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err13 = {instancePath:instancePath+"/patch/oscillation_threshold",schemaPath:"#/properties/patch/properties/oscillation_threshold/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema22.properties.patch.properties.oscillation_threshold.type,parentSchema:schema22.properties.patch.properties.oscillation_threshold,data:data13};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 < 1 || isNaN(data13)){
const err14 = {instancePath:instancePath+"/patch/oscillation_threshold",schemaPath:"#/properties/patch/properties/oscillation_threshold/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema22.properties.patch.properties.oscillation_threshold,data:data13};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
}
else {
const err15 = {instancePath:instancePath+"/patch",schemaPath:"#/properties/patch/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema22.properties.patch.type,parentSchema:schema22.properties.patch,data:data0};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.tests !== undefined){
let data14 = data.tests;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.tests_must_run !== undefined){
let data15 = data14.tests_must_run;
if(typeof data15 !== "boolean"){
const err16 = {instancePath:instancePath+"/tests/tests_must_run",schemaPath:"#/properties/tests/properties/tests_must_run/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema22.properties.tests.properties.tests_must_run.type,parentSchema:schema22.properties.tests.properties.tests_must_run,data:data15};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data14.tests_must_pass !== undefined){
let data16 = data14.tests_must_pass;
if(typeof data16 !== "boolean"){
const err17 = {instancePath:instancePath+"/tests/tests_must_pass",schemaPath:"#/properties/tests/properties/tests_must_pass/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema22.properties.tests.properties.tests_must_pass.type,parentSchema:schema22.properties.tests.properties.tests_must_pass,data:data16};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data14.test_command !== undefined){
let data17 = data14.test_command;
if(typeof data17 !== "string"){
const err18 = {instancePath:instancePath+"/tests/test_command",schemaPath:"#/properties/tests/properties/test_command/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema22.properties.tests.properties.test_command.type,parentSchema:schema22.properties.tests.properties.test_command,data:data17};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/tests",schemaPath:"#/properties/tests/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema22.properties.tests.type,parentSchema:schema22.properties.tests,data:data14};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.behavior !== undefined){
let data18 = data.behavior;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.ascii_only !== undefined){
let data19 = data18.ascii_only;
if(typeof data19 !== "boolean"){
const err20 = {instancePath:instancePath+"/behavior/ascii_only",schemaPath:"#/properties/behavior/properties/ascii_only/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema22.properties.behavior.properties.ascii_only.type,parentSchema:schema22.properties.behavior.properties.ascii_only,data:data19};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data18.require_doc_update !== undefined){
let data20 = data18.require_doc_update;
if(typeof data20 !== "boolean"){
const err21 = {instancePath:instancePath+"/behavior/require_doc_update",schemaPath:"#/properties/behavior/properties/require_doc_update/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema22.properties.behavior.properties.require_doc_update.type,parentSchema:schema22.properties.behavior.properties.require_doc_update,data:data20};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/behavior",schemaPath:"#/properties/behavior/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema22.properties.behavior.type,parentSchema:schema22.properties.behavior,data:data18};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema22.type,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate49.errors = vErrors;
return errors === 0;
}

const schema23 = {"type":"object","properties":{"mode":{"type":"string","enum":["all","any","custom"]},"checks":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"},"type":{"type":"string"},"description":{"type":"string"},"command":{"type":"string"},"required":{"type":"boolean"},"severity":{"type":"string"}},"required":["id","type"]}},"post_actions":{"type":"array","items":{"type":"string"}}},"description":"When this level counts as accepted."};

function validate56(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.mode !== undefined){
let data0 = data.mode;
if(typeof data0 !== "string"){
const err0 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema23.properties.mode.type,parentSchema:schema23.properties.mode,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((data0 === "all") || (data0 === "any")) || (data0 === "custom"))){
const err1 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/enum",keyword:"enum",params:{allowedValues: schema23.properties.mode.enum},message:"must be equal to one of the allowed values",schema:schema23.properties.mode.enum,parentSchema:schema23.properties.mode,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.checks !== undefined){
let data1 = data.checks;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.id === undefined){
const err2 = {instancePath:instancePath+"/checks/" + i0,schemaPath:"#/properties/checks/items/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema23.properties.checks.items.required,parentSchema:schema23.properties.checks.items,data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data2.type === undefined){
const err3 = {instancePath:instancePath+"/checks/" + i0,schemaPath:"#/properties/checks/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema23.properties.checks.items.required,parentSchema:schema23.properties.checks.items,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data2.id !== undefined){
let data3 = data2.id;
if(typeof data3 !== "string"){
const err4 = {instancePath:instancePath+"/checks/" + i0+"/id",schemaPath:"#/properties/checks/items/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema23.properties.checks.items.properties.id.type,parentSchema:schema23.properties.checks.items.properties.id,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data2.type !== undefined){
let data4 = data2.type;
if(typeof data4 !== "string"){
const err5 = {instancePath:instancePath+"/checks/" + i0+"/type",schemaPath:"#/properties/checks/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema23.properties.checks.items.properties.type.type,parentSchema:schema23.properties.checks.items.properties.type,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data2.description !== undefined){
let data5 = data2.description;
if(typeof data5 !== "string"){
const err6 = {instancePath:instancePath+"/checks/" + i0+"/description",schemaPath:"#/properties/checks/items/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema23.properties.checks.items.properties.description.type,parentSchema:schema23.properties.checks.items.properties.description,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data2.command !== undefined){
let data6 = data2.command;
if(typeof data6 !== "string"){
const err7 = {instancePath:instancePath+"/checks/" + i0+"/command",schemaPath:"#/properties/checks/items/properties/command/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema23.properties.checks.items.properties.command.type,parentSchema:schema23.properties.checks.items.properties.command,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data2.required !== undefined){
let data7 = data2.required;
if(typeof data7 !== "boolean"){
const err8 = {instancePath:instancePath+"/checks/" + i0+"/required",schemaPath:"#/properties/checks/items/properties/required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema23.properties.checks.items.properties.required.type,parentSchema:schema23.properties.checks.items.properties.required,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.severity !== undefined){
let data8 = data2.severity;
if(typeof data8 !== "string"){
const err9 = {instancePath:instancePath+"/checks/" + i0+"/severity",schemaPath:"#/properties/checks/items/properties/severity/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema23.properties.checks.items.properties.severity.type,parentSchema:schema23.properties.checks.items.properties.severity,data:data8};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/checks/" + i0,schemaPath:"#/properties/checks/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema23.properties.checks.items.type,parentSchema:schema23.properties.checks.items,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/checks",schemaPath:"#/properties/checks/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema23.properties.checks.type,parentSchema:schema23.properties.checks,data:data1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.post_actions !== undefined){
let data9 = data.post_actions;
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
if(typeof data10 !== "string"){
const err12 = {instancePath:instancePath+"/post_actions/" + i1,schemaPath:"#/properties/post_actions/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema23.properties.post_actions.items.type,parentSchema:schema23.properties.post_actions.items,data:data10};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/post_actions",schemaPath:"#/properties/post_actions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema23.properties.post_actions.type,parentSchema:schema23.properties.post_actions,data:data9};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema23.type,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate56.errors = vErrors;
return errors === 0;
}

const schema24 = {"type":"object","properties":{"doc_id":{"description":"Annotation of the framework's documents; ignored.","type":"string"},"workstream_id":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200},"project_id":{"type":"string","minLength":1},"phase_id":{"type":"string","minLength":1},"name":{"type":"string","minLength":1},"objective":{"type":"string"},"tags":{"type":"array","items":{"type":"string"}},"depends_on":{"description":"What must be completed first.","type":"array","items":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200}},"strategy":{"enum":["sequential","dag","shadow"],"description":"sequential: one at a time; dag: whatever is ready; shadow: not in this version."},"parallel":{"type":"boolean","description":"true is short for the strategy dag, false for sequential."},"patch_mode":{"type":"boolean","description":"true: the work of this workstream becomes patches, whatever the project's flags say. A plan cannot say false where they say true."},"resource_scope":{"$ref":"#/definitions/scope"},"constraints":{"$ref":"#/definitions/constraints"},"patch_policy_ref":{"$ref":"#/definitions/policyRef"},"issue_ref":{"$ref":"#/definitions/issueRef"},"acceptance":{"$ref":"#/definitions/acceptance"},"gates":{"description":"Gates a patch passes before it is committed; the nearest level that names them wins.","type":"array","items":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200}},"budget":{"$ref":"#/definitions/budget"},"compensation":{"$ref":"#/definitions/compensation"},"concurrency":{"type":"object","properties":{"max_parallel":{"type":"integer","minimum":1}}},"error_handling":{"type":"object","properties":{"strategy":{"type":"string","enum":["fail_fast","continue","escalate"]}}},"tasks":{"type":"array","items":{"$ref":"#/definitions/task"},"minItems":1}},"required":["workstream_id","name","tasks"],"additionalProperties":false};
const schema25 = {"type":"object","properties":{"doc_id":{"description":"Annotation of the framework's documents; ignored.","type":"string"},"task_id":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200},"name":{"type":"string","minLength":1},"kind":{"description":"code_edit, human_review, or any other word.","type":"string","minLength":1},"depends_on":{"description":"Tasks that must end first.","type":"array","items":{"$ref":"#/definitions/edge"}},"allow_parallel":{"type":"boolean"},"classification":{"type":"object","properties":{"complexity":{"type":"string"},"risk_tier":{"type":"string"},"domain":{"type":"string"},"priority":{"type":"string"}}},"priority":{"description":"low, normal, high, urgent, or a number; higher goes first.","type":["integer","string"],"minimum":-100,"maximum":100,"minLength":1},"resource_scope_delta":{"$ref":"#/definitions/scope"},"constraints_delta":{"$ref":"#/definitions/constraints"},"resource_scope":{"$ref":"#/definitions/scope"},"constraints":{"$ref":"#/definitions/constraints"},"patch_policy_ref":{"$ref":"#/definitions/policyRef"},"issue_ref":{"$ref":"#/definitions/issueRef"},"acceptance":{"$ref":"#/definitions/acceptance"},"gates":{"description":"Gates a patch passes before it is committed; the nearest level that names them wins.","type":"array","items":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200}},"budget":{"$ref":"#/definitions/budget"},"compensation":{"$ref":"#/definitions/compensation"},"execution":{"type":"object","properties":{"max_attempts":{"type":"integer","minimum":1,"maximum":100},"timeout_seconds":{"description":"The attempt is stopped after this time.","type":"integer","minimum":1,"maximum":604800},"idle_timeout_seconds":{"description":"The attempt is stopped after this time without output.","type":"integer","minimum":1,"maximum":604800},"retry_strategy":{"type":"string"},"background":{"type":"boolean"}},"description":"How the task is run."},"prompt_template_ref":{"type":"string"},"prompt_overrides":{"type":"object"},"execution_request_template":{"type":"object"},"error_handling":{"type":"object","properties":{"on_failure":{"type":"string"}}},"tool":{"description":"script, command, or the name of a coding tool.","type":"string","minLength":1},"script":{"$ref":"#/definitions/script"},"command":{"$ref":"#/definitions/command"},"prompt":{"type":["object","string"],"description":"What to ask of a coding tool."},"conflict_group":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200},"critical":{"description":"False: the run can succeed without it.","type":"boolean","default":true},"allow_no_change":{"description":"True: a task that changes nothing still completes.","type":"boolean","default":false}},"required":["task_id","name","kind"],"additionalProperties":false};
const schema26 = {"type":["string","object"],"properties":{"task":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200},"edge":{"description":"success (the default): only if it completed; finish: whatever the outcome; artifact, gate: not in this version.","enum":["success","finish","artifact","gate"]}},"required":["task"],"additionalProperties":false,"minLength":1,"description":"A task's id, or {task, edge}."};

function validate69(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (!(data && typeof data == "object" && !Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema26.type},message:"must be string,object",schema:schema26.type,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(typeof data === "string"){
if(func3(data) < 1){
const err1 = {instancePath,schemaPath:"#/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.task === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "task"},message:"must have required property '"+"task"+"'",schema:schema26.required,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "task") || (key0 === "edge"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.task !== undefined){
let data0 = data.task;
if(typeof data0 === "string"){
if(func3(data0) > 200){
const err4 = {instancePath:instancePath+"/task",schemaPath:"#/properties/task/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema26.properties.task,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(func3(data0) < 1){
const err5 = {instancePath:instancePath+"/task",schemaPath:"#/properties/task/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema26.properties.task,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/task",schemaPath:"#/properties/task/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema26.properties.task.type,parentSchema:schema26.properties.task,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.edge !== undefined){
let data1 = data.edge;
if(!((((data1 === "success") || (data1 === "finish")) || (data1 === "artifact")) || (data1 === "gate"))){
const err7 = {instancePath:instancePath+"/edge",schemaPath:"#/properties/edge/enum",keyword:"enum",params:{allowedValues: schema26.properties.edge.enum},message:"must be equal to one of the allowed values",schema:schema26.properties.edge.enum,parentSchema:schema26.properties.edge,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
validate69.errors = vErrors;
return errors === 0;
}

const schema27 = {"type":"object","properties":{"edits":{"type":"array","items":{"$ref":"#/definitions/edit"}},"wait_seconds":{"description":"Seconds to wait before the first edit.","type":"number","minimum":0,"maximum":3600},"attempts":{"type":"array","items":{"$ref":"#/definitions/scriptAttempt"},"minItems":1,"description":"Edits by attempt; the last entry serves every later attempt."}},"additionalProperties":false,"oneOf":[{"required":["edits"]},{"required":["attempts"]}],"description":"What the built-in tool `script` does: either `edits`, or `attempts` with edits each."};
const schema28 = {"type":"object","properties":{"write":{"description":"A file's path relative to the repository's root.","type":"string","minLength":1,"maxLength":4096},"append":{"description":"A file's path relative to the repository's root.","type":"string","minLength":1,"maxLength":4096},"replace":{"description":"A file's path relative to the repository's root.","type":"string","minLength":1,"maxLength":4096},"delete":{"description":"A file's path relative to the repository's root.","type":"string","minLength":1,"maxLength":4096},"move":{"description":"A file's path relative to the repository's root.","type":"string","minLength":1,"maxLength":4096},"text":{"description":"The text of write and append.","type":"string"},"find":{"description":"What replace looks for; it must be there.","type":"string","minLength":1},"with":{"description":"What replace puts in its place.","type":"string"},"to":{"description":"A file's path relative to the repository's root.","type":"string","minLength":1,"maxLength":4096}},"additionalProperties":false,"oneOf":[{"required":["write","text"]},{"required":["append","text"]},{"required":["replace","find","with"]},{"required":["delete"]},{"required":["move","to"]}],"description":"One edit: {write, text}, {append, text}, {replace, find, with}, {delete} or {move, to}."};

function validate81(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.write === undefined){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "write"},message:"must have required property '"+"write"+"'",schema:schema28.oneOf[0].required,parentSchema:schema28.oneOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.text === undefined){
const err1 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "text"},message:"must have required property '"+"text"+"'",schema:schema28.oneOf[0].required,parentSchema:schema28.oneOf[0],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.append === undefined){
const err2 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "append"},message:"must have required property '"+"append"+"'",schema:schema28.oneOf[1].required,parentSchema:schema28.oneOf[1],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.text === undefined){
const err3 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "text"},message:"must have required property '"+"text"+"'",schema:schema28.oneOf[1].required,parentSchema:schema28.oneOf[1],data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.replace === undefined){
const err4 = {instancePath,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty: "replace"},message:"must have required property '"+"replace"+"'",schema:schema28.oneOf[2].required,parentSchema:schema28.oneOf[2],data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.find === undefined){
const err5 = {instancePath,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty: "find"},message:"must have required property '"+"find"+"'",schema:schema28.oneOf[2].required,parentSchema:schema28.oneOf[2],data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.with === undefined){
const err6 = {instancePath,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'",schema:schema28.oneOf[2].required,parentSchema:schema28.oneOf[2],data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
var _valid0 = _errs4 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid0 = true;
passing0 = 2;
}
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.delete === undefined){
const err7 = {instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: "delete"},message:"must have required property '"+"delete"+"'",schema:schema28.oneOf[3].required,parentSchema:schema28.oneOf[3],data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var _valid0 = _errs5 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 3];
}
else {
if(_valid0){
valid0 = true;
passing0 = 3;
}
const _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.move === undefined){
const err8 = {instancePath,schemaPath:"#/oneOf/4/required",keyword:"required",params:{missingProperty: "move"},message:"must have required property '"+"move"+"'",schema:schema28.oneOf[4].required,parentSchema:schema28.oneOf[4],data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.to === undefined){
const err9 = {instancePath,schemaPath:"#/oneOf/4/required",keyword:"required",params:{missingProperty: "to"},message:"must have required property '"+"to"+"'",schema:schema28.oneOf[4].required,parentSchema:schema28.oneOf[4],data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
var _valid0 = _errs6 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 4];
}
else {
if(_valid0){
valid0 = true;
passing0 = 4;
}
}
}
}
}
if(!valid0){
const err10 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema28.oneOf,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema28.properties, key0))){
const err11 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.write !== undefined){
let data0 = data.write;
if(typeof data0 === "string"){
if(func3(data0) > 4096){
const err12 = {instancePath:instancePath+"/write",schemaPath:"#/properties/write/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters",schema:4096,parentSchema:schema28.properties.write,data:data0};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(func3(data0) < 1){
const err13 = {instancePath:instancePath+"/write",schemaPath:"#/properties/write/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28.properties.write,data:data0};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/write",schemaPath:"#/properties/write/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.properties.write.type,parentSchema:schema28.properties.write,data:data0};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.append !== undefined){
let data1 = data.append;
if(typeof data1 === "string"){
if(func3(data1) > 4096){
const err15 = {instancePath:instancePath+"/append",schemaPath:"#/properties/append/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters",schema:4096,parentSchema:schema28.properties.append,data:data1};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(func3(data1) < 1){
const err16 = {instancePath:instancePath+"/append",schemaPath:"#/properties/append/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28.properties.append,data:data1};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/append",schemaPath:"#/properties/append/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.properties.append.type,parentSchema:schema28.properties.append,data:data1};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.replace !== undefined){
let data2 = data.replace;
if(typeof data2 === "string"){
if(func3(data2) > 4096){
const err18 = {instancePath:instancePath+"/replace",schemaPath:"#/properties/replace/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters",schema:4096,parentSchema:schema28.properties.replace,data:data2};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(func3(data2) < 1){
const err19 = {instancePath:instancePath+"/replace",schemaPath:"#/properties/replace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28.properties.replace,data:data2};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/replace",schemaPath:"#/properties/replace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.properties.replace.type,parentSchema:schema28.properties.replace,data:data2};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.delete !== undefined){
let data3 = data.delete;
if(typeof data3 === "string"){
if(func3(data3) > 4096){
const err21 = {instancePath:instancePath+"/delete",schemaPath:"#/properties/delete/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters",schema:4096,parentSchema:schema28.properties.delete,data:data3};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(func3(data3) < 1){
const err22 = {instancePath:instancePath+"/delete",schemaPath:"#/properties/delete/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28.properties.delete,data:data3};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/delete",schemaPath:"#/properties/delete/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.properties.delete.type,parentSchema:schema28.properties.delete,data:data3};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.move !== undefined){
let data4 = data.move;
if(typeof data4 === "string"){
if(func3(data4) > 4096){
const err24 = {instancePath:instancePath+"/move",schemaPath:"#/properties/move/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters",schema:4096,parentSchema:schema28.properties.move,data:data4};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(func3(data4) < 1){
const err25 = {instancePath:instancePath+"/move",schemaPath:"#/properties/move/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28.properties.move,data:data4};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/move",schemaPath:"#/properties/move/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.properties.move.type,parentSchema:schema28.properties.move,data:data4};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.text !== undefined){
let data5 = data.text;
if(typeof data5 !== "string"){
const err27 = {instancePath:instancePath+"/text",schemaPath:"#/properties/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.properties.text.type,parentSchema:schema28.properties.text,data:data5};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.find !== undefined){
let data6 = data.find;
if(typeof data6 === "string"){
if(func3(data6) < 1){
const err28 = {instancePath:instancePath+"/find",schemaPath:"#/properties/find/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28.properties.find,data:data6};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/find",schemaPath:"#/properties/find/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.properties.find.type,parentSchema:schema28.properties.find,data:data6};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.with !== undefined){
let data7 = data.with;
if(typeof data7 !== "string"){
const err30 = {instancePath:instancePath+"/with",schemaPath:"#/properties/with/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.properties.with.type,parentSchema:schema28.properties.with,data:data7};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.to !== undefined){
let data8 = data.to;
if(typeof data8 === "string"){
if(func3(data8) > 4096){
const err31 = {instancePath:instancePath+"/to",schemaPath:"#/properties/to/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters",schema:4096,parentSchema:schema28.properties.to,data:data8};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(func3(data8) < 1){
const err32 = {instancePath:instancePath+"/to",schemaPath:"#/properties/to/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28.properties.to,data:data8};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/to",schemaPath:"#/properties/to/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.properties.to.type,parentSchema:schema28.properties.to,data:data8};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema28.type,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
validate81.errors = vErrors;
return errors === 0;
}

const schema29 = {"type":"object","properties":{"edits":{"type":"array","items":{"$ref":"#/definitions/edit"}},"wait_seconds":{"description":"Seconds to wait before the first edit.","type":"number","minimum":0,"maximum":3600}},"required":["edits"],"additionalProperties":false};

function validate83(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.edits === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "edits"},message:"must have required property '"+"edits"+"'",schema:schema29.required,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "edits") || (key0 === "wait_seconds"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.edits !== undefined){
let data0 = data.edits;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate81(data0[i0], {instancePath:instancePath+"/edits/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath:instancePath+"/edits",schemaPath:"#/properties/edits/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema29.properties.edits.type,parentSchema:schema29.properties.edits,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.wait_seconds !== undefined){
let data2 = data.wait_seconds;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 3600 || isNaN(data2)){
const err3 = {instancePath:instancePath+"/wait_seconds",schemaPath:"#/properties/wait_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600},message:"must be <= 3600",schema:3600,parentSchema:schema29.properties.wait_seconds,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err4 = {instancePath:instancePath+"/wait_seconds",schemaPath:"#/properties/wait_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema29.properties.wait_seconds,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/wait_seconds",schemaPath:"#/properties/wait_seconds/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema29.properties.wait_seconds.type,parentSchema:schema29.properties.wait_seconds,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema29.type,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate83.errors = vErrors;
return errors === 0;
}


function validate80(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.edits === undefined){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "edits"},message:"must have required property '"+"edits"+"'",schema:schema27.oneOf[0].required,parentSchema:schema27.oneOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.attempts === undefined){
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "attempts"},message:"must have required property '"+"attempts"+"'",schema:schema27.oneOf[1].required,parentSchema:schema27.oneOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema27.oneOf,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "edits") || (key0 === "wait_seconds")) || (key0 === "attempts"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.edits !== undefined){
let data0 = data.edits;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate81(data0[i0], {instancePath:instancePath+"/edits/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/edits",schemaPath:"#/properties/edits/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema27.properties.edits.type,parentSchema:schema27.properties.edits,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.wait_seconds !== undefined){
let data2 = data.wait_seconds;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 3600 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/wait_seconds",schemaPath:"#/properties/wait_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600},message:"must be <= 3600",schema:3600,parentSchema:schema27.properties.wait_seconds,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/wait_seconds",schemaPath:"#/properties/wait_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema27.properties.wait_seconds,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/wait_seconds",schemaPath:"#/properties/wait_seconds/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema27.properties.wait_seconds.type,parentSchema:schema27.properties.wait_seconds,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.attempts !== undefined){
let data3 = data.attempts;
if(Array.isArray(data3)){
if(data3.length < 1){
const err8 = {instancePath:instancePath+"/attempts",schemaPath:"#/properties/attempts/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema27.properties.attempts,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(!(validate83(data3[i1], {instancePath:instancePath+"/attempts/" + i1,parentData:data3,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath:instancePath+"/attempts",schemaPath:"#/properties/attempts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema27.properties.attempts.type,parentSchema:schema27.properties.attempts,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema27.type,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate80.errors = vErrors;
return errors === 0;
}

const schema30 = {"type":"object","properties":{"argv":{"description":"Program and arguments.","type":"array","items":{"type":"string"},"minItems":1},"shell":{"description":"True: argv holds one line for the system's shell.","type":"boolean"},"stdin":{"description":"Text for the program's standard input.","type":"string"},"success":{"type":"object","properties":{"exit":{"type":"array","items":{"type":"integer","minimum":0,"maximum":255},"minItems":1}},"description":"Exit codes that mean success; [0] where absent.","additionalProperties":false},"litter":{"$ref":"#/definitions/globs"},"env":{"$ref":"#/definitions/env"}},"description":"What the tool `command` starts.","required":["argv"],"additionalProperties":false};

function validate87(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.argv === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "argv"},message:"must have required property '"+"argv"+"'",schema:schema30.required,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "argv") || (key0 === "shell")) || (key0 === "stdin")) || (key0 === "success")) || (key0 === "litter")) || (key0 === "env"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.argv !== undefined){
let data0 = data.argv;
if(Array.isArray(data0)){
if(data0.length < 1){
const err2 = {instancePath:instancePath+"/argv",schemaPath:"#/properties/argv/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema30.properties.argv,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/argv/" + i0,schemaPath:"#/properties/argv/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema30.properties.argv.items.type,parentSchema:schema30.properties.argv.items,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/argv",schemaPath:"#/properties/argv/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema30.properties.argv.type,parentSchema:schema30.properties.argv,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.shell !== undefined){
let data2 = data.shell;
if(typeof data2 !== "boolean"){
const err5 = {instancePath:instancePath+"/shell",schemaPath:"#/properties/shell/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema30.properties.shell.type,parentSchema:schema30.properties.shell,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.stdin !== undefined){
let data3 = data.stdin;
if(typeof data3 !== "string"){
const err6 = {instancePath:instancePath+"/stdin",schemaPath:"#/properties/stdin/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema30.properties.stdin.type,parentSchema:schema30.properties.stdin,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.success !== undefined){
let data4 = data.success;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
if(!(key1 === "exit")){
const err7 = {instancePath:instancePath+"/success",schemaPath:"#/properties/success/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema30.properties.success,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data4.exit !== undefined){
let data5 = data4.exit;
if(Array.isArray(data5)){
if(data5.length < 1){
const err8 = {instancePath:instancePath+"/success/exit",schemaPath:"#/properties/success/properties/exit/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema30.properties.success.properties.exit,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err9 = {instancePath:instancePath+"/success/exit/" + i1,schemaPath:"#/properties/success/properties/exit/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema30.properties.success.properties.exit.items.type,parentSchema:schema30.properties.success.properties.exit.items,data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 255 || isNaN(data6)){
const err10 = {instancePath:instancePath+"/success/exit/" + i1,schemaPath:"#/properties/success/properties/exit/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255},message:"must be <= 255",schema:255,parentSchema:schema30.properties.success.properties.exit.items,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data6 < 0 || isNaN(data6)){
const err11 = {instancePath:instancePath+"/success/exit/" + i1,schemaPath:"#/properties/success/properties/exit/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema30.properties.success.properties.exit.items,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
}
else {
const err12 = {instancePath:instancePath+"/success/exit",schemaPath:"#/properties/success/properties/exit/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema30.properties.success.properties.exit.type,parentSchema:schema30.properties.success.properties.exit,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/success",schemaPath:"#/properties/success/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema30.properties.success.type,parentSchema:schema30.properties.success,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.litter !== undefined){
if(!(validate41(data.litter, {instancePath:instancePath+"/litter",parentData:data,parentDataProperty:"litter",rootData}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
if(data.env !== undefined){
if(!(validate30(data.env, {instancePath:instancePath+"/env",parentData:data,parentDataProperty:"env",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema30.type,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate87.errors = vErrors;
return errors === 0;
}


function validate68(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.task_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "task_id"},message:"must have required property '"+"task_id"+"'",schema:schema25.required,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema25.required,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.kind === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema25.required,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema25.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.properties.doc_id.type,parentSchema:schema25.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.task_id !== undefined){
let data1 = data.task_id;
if(typeof data1 === "string"){
if(func3(data1) > 200){
const err5 = {instancePath:instancePath+"/task_id",schemaPath:"#/properties/task_id/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema25.properties.task_id,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(func3(data1) < 1){
const err6 = {instancePath:instancePath+"/task_id",schemaPath:"#/properties/task_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema25.properties.task_id,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/task_id",schemaPath:"#/properties/task_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.properties.task_id.type,parentSchema:schema25.properties.task_id,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.name !== undefined){
let data2 = data.name;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err8 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema25.properties.name,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.properties.name.type,parentSchema:schema25.properties.name,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.kind !== undefined){
let data3 = data.kind;
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err10 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema25.properties.kind,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.properties.kind.type,parentSchema:schema25.properties.kind,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.depends_on !== undefined){
let data4 = data.depends_on;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(!(validate69(data4[i0], {instancePath:instancePath+"/depends_on/" + i0,parentData:data4,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
errors = vErrors.length;
}
}
}
else {
const err12 = {instancePath:instancePath+"/depends_on",schemaPath:"#/properties/depends_on/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema25.properties.depends_on.type,parentSchema:schema25.properties.depends_on,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.allow_parallel !== undefined){
let data6 = data.allow_parallel;
if(typeof data6 !== "boolean"){
const err13 = {instancePath:instancePath+"/allow_parallel",schemaPath:"#/properties/allow_parallel/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema25.properties.allow_parallel.type,parentSchema:schema25.properties.allow_parallel,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.classification !== undefined){
let data7 = data.classification;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.complexity !== undefined){
let data8 = data7.complexity;
if(typeof data8 !== "string"){
const err14 = {instancePath:instancePath+"/classification/complexity",schemaPath:"#/properties/classification/properties/complexity/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.properties.classification.properties.complexity.type,parentSchema:schema25.properties.classification.properties.complexity,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data7.risk_tier !== undefined){
let data9 = data7.risk_tier;
if(typeof data9 !== "string"){
const err15 = {instancePath:instancePath+"/classification/risk_tier",schemaPath:"#/properties/classification/properties/risk_tier/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.properties.classification.properties.risk_tier.type,parentSchema:schema25.properties.classification.properties.risk_tier,data:data9};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data7.domain !== undefined){
let data10 = data7.domain;
if(typeof data10 !== "string"){
const err16 = {instancePath:instancePath+"/classification/domain",schemaPath:"#/properties/classification/properties/domain/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.properties.classification.properties.domain.type,parentSchema:schema25.properties.classification.properties.domain,data:data10};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data7.priority !== undefined){
let data11 = data7.priority;
if(typeof data11 !== "string"){
const err17 = {instancePath:instancePath+"/classification/priority",schemaPath:"#/properties/classification/properties/priority/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.properties.classification.properties.priority.type,parentSchema:schema25.properties.classification.properties.priority,data:data11};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/classification",schemaPath:"#/properties/classification/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema25.properties.classification.type,parentSchema:schema25.properties.classification,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.priority !== undefined){
let data12 = data.priority;
if((!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))) && (typeof data12 !== "string")){
const err19 = {instancePath:instancePath+"/priority",schemaPath:"#/properties/priority/type",keyword:"type",params:{type: schema25.properties.priority.type},message:"must be integer,string",schema:schema25.properties.priority.type,parentSchema:schema25.properties.priority,data:data12};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 100 || isNaN(data12)){
const err20 = {instancePath:instancePath+"/priority",schemaPath:"#/properties/priority/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema25.properties.priority,data:data12};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data12 < -100 || isNaN(data12)){
const err21 = {instancePath:instancePath+"/priority",schemaPath:"#/properties/priority/minimum",keyword:"minimum",params:{comparison: ">=", limit: -100},message:"must be >= -100",schema:-100,parentSchema:schema25.properties.priority,data:data12};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(typeof data12 === "string"){
if(func3(data12) < 1){
const err22 = {instancePath:instancePath+"/priority",schemaPath:"#/properties/priority/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema25.properties.priority,data:data12};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
if(data.resource_scope_delta !== undefined){
if(!(validate40(data.resource_scope_delta, {instancePath:instancePath+"/resource_scope_delta",parentData:data,parentDataProperty:"resource_scope_delta",rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
if(data.constraints_delta !== undefined){
if(!(validate49(data.constraints_delta, {instancePath:instancePath+"/constraints_delta",parentData:data,parentDataProperty:"constraints_delta",rootData}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
}
if(data.resource_scope !== undefined){
if(!(validate40(data.resource_scope, {instancePath:instancePath+"/resource_scope",parentData:data,parentDataProperty:"resource_scope",rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
if(data.constraints !== undefined){
if(!(validate49(data.constraints, {instancePath:instancePath+"/constraints",parentData:data,parentDataProperty:"constraints",rootData}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
}
if(data.patch_policy_ref !== undefined){
if(!(validate35(data.patch_policy_ref, {instancePath:instancePath+"/patch_policy_ref",parentData:data,parentDataProperty:"patch_policy_ref",rootData}))){
vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
errors = vErrors.length;
}
}
if(data.issue_ref !== undefined){
if(!(validate37(data.issue_ref, {instancePath:instancePath+"/issue_ref",parentData:data,parentDataProperty:"issue_ref",rootData}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
}
if(data.acceptance !== undefined){
if(!(validate56(data.acceptance, {instancePath:instancePath+"/acceptance",parentData:data,parentDataProperty:"acceptance",rootData}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
if(data.gates !== undefined){
let data20 = data.gates;
if(Array.isArray(data20)){
const len1 = data20.length;
for(let i1=0; i1<len1; i1++){
let data21 = data20[i1];
if(typeof data21 === "string"){
if(func3(data21) > 200){
const err23 = {instancePath:instancePath+"/gates/" + i1,schemaPath:"#/properties/gates/items/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema25.properties.gates.items,data:data21};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(func3(data21) < 1){
const err24 = {instancePath:instancePath+"/gates/" + i1,schemaPath:"#/properties/gates/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema25.properties.gates.items,data:data21};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/gates/" + i1,schemaPath:"#/properties/gates/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.properties.gates.items.type,parentSchema:schema25.properties.gates.items,data:data21};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/gates",schemaPath:"#/properties/gates/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema25.properties.gates.type,parentSchema:schema25.properties.gates,data:data20};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.budget !== undefined){
if(!(validate27(data.budget, {instancePath:instancePath+"/budget",parentData:data,parentDataProperty:"budget",rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
if(data.compensation !== undefined){
if(!(validate33(data.compensation, {instancePath:instancePath+"/compensation",parentData:data,parentDataProperty:"compensation",rootData}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
if(data.execution !== undefined){
let data24 = data.execution;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if(data24.max_attempts !== undefined){
let data25 = data24.max_attempts;
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
const err27 = {instancePath:instancePath+"/execution/max_attempts",schemaPath:"#/properties/execution/properties/max_attempts/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema25.properties.execution.properties.max_attempts.type,parentSchema:schema25.properties.execution.properties.max_attempts,data:data25};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 > 100 || isNaN(data25)){
const err28 = {instancePath:instancePath+"/execution/max_attempts",schemaPath:"#/properties/execution/properties/max_attempts/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema25.properties.execution.properties.max_attempts,data:data25};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data25 < 1 || isNaN(data25)){
const err29 = {instancePath:instancePath+"/execution/max_attempts",schemaPath:"#/properties/execution/properties/max_attempts/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema25.properties.execution.properties.max_attempts,data:data25};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
if(data24.timeout_seconds !== undefined){
let data26 = data24.timeout_seconds;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
const err30 = {instancePath:instancePath+"/execution/timeout_seconds",schemaPath:"#/properties/execution/properties/timeout_seconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema25.properties.execution.properties.timeout_seconds.type,parentSchema:schema25.properties.execution.properties.timeout_seconds,data:data26};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 > 604800 || isNaN(data26)){
const err31 = {instancePath:instancePath+"/execution/timeout_seconds",schemaPath:"#/properties/execution/properties/timeout_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 604800},message:"must be <= 604800",schema:604800,parentSchema:schema25.properties.execution.properties.timeout_seconds,data:data26};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data26 < 1 || isNaN(data26)){
const err32 = {instancePath:instancePath+"/execution/timeout_seconds",schemaPath:"#/properties/execution/properties/timeout_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema25.properties.execution.properties.timeout_seconds,data:data26};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
if(data24.idle_timeout_seconds !== undefined){
let data27 = data24.idle_timeout_seconds;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
const err33 = {instancePath:instancePath+"/execution/idle_timeout_seconds",schemaPath:"#/properties/execution/properties/idle_timeout_seconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema25.properties.execution.properties.idle_timeout_seconds.type,parentSchema:schema25.properties.execution.properties.idle_timeout_seconds,data:data27};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 > 604800 || isNaN(data27)){
const err34 = {instancePath:instancePath+"/execution/idle_timeout_seconds",schemaPath:"#/properties/execution/properties/idle_timeout_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 604800},message:"must be <= 604800",schema:604800,parentSchema:schema25.properties.execution.properties.idle_timeout_seconds,data:data27};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data27 < 1 || isNaN(data27)){
const err35 = {instancePath:instancePath+"/execution/idle_timeout_seconds",schemaPath:"#/properties/execution/properties/idle_timeout_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema25.properties.execution.properties.idle_timeout_seconds,data:data27};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
if(data24.retry_strategy !== undefined){
let data28 = data24.retry_strategy;
if(typeof data28 !== "string"){
const err36 = {instancePath:instancePath+"/execution/retry_strategy",schemaPath:"#/properties/execution/properties/retry_strategy/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.properties.execution.properties.retry_strategy.type,parentSchema:schema25.properties.execution.properties.retry_strategy,data:data28};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data24.background !== undefined){
let data29 = data24.background;
if(typeof data29 !== "boolean"){
const err37 = {instancePath:instancePath+"/execution/background",schemaPath:"#/properties/execution/properties/background/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema25.properties.execution.properties.background.type,parentSchema:schema25.properties.execution.properties.background,data:data29};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/execution",schemaPath:"#/properties/execution/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema25.properties.execution.type,parentSchema:schema25.properties.execution,data:data24};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.prompt_template_ref !== undefined){
let data30 = data.prompt_template_ref;
if(typeof data30 !== "string"){
const err39 = {instancePath:instancePath+"/prompt_template_ref",schemaPath:"#/properties/prompt_template_ref/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.properties.prompt_template_ref.type,parentSchema:schema25.properties.prompt_template_ref,data:data30};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.prompt_overrides !== undefined){
let data31 = data.prompt_overrides;
if(!(data31 && typeof data31 == "object" && !Array.isArray(data31))){
const err40 = {instancePath:instancePath+"/prompt_overrides",schemaPath:"#/properties/prompt_overrides/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema25.properties.prompt_overrides.type,parentSchema:schema25.properties.prompt_overrides,data:data31};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.execution_request_template !== undefined){
let data32 = data.execution_request_template;
if(!(data32 && typeof data32 == "object" && !Array.isArray(data32))){
const err41 = {instancePath:instancePath+"/execution_request_template",schemaPath:"#/properties/execution_request_template/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema25.properties.execution_request_template.type,parentSchema:schema25.properties.execution_request_template,data:data32};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data.error_handling !== undefined){
let data33 = data.error_handling;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(data33.on_failure !== undefined){
let data34 = data33.on_failure;
if(typeof data34 !== "string"){
const err42 = {instancePath:instancePath+"/error_handling/on_failure",schemaPath:"#/properties/error_handling/properties/on_failure/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.properties.error_handling.properties.on_failure.type,parentSchema:schema25.properties.error_handling.properties.on_failure,data:data34};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/error_handling",schemaPath:"#/properties/error_handling/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema25.properties.error_handling.type,parentSchema:schema25.properties.error_handling,data:data33};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.tool !== undefined){
let data35 = data.tool;
if(typeof data35 === "string"){
if(func3(data35) < 1){
const err44 = {instancePath:instancePath+"/tool",schemaPath:"#/properties/tool/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema25.properties.tool,data:data35};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/tool",schemaPath:"#/properties/tool/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.properties.tool.type,parentSchema:schema25.properties.tool,data:data35};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.script !== undefined){
if(!(validate80(data.script, {instancePath:instancePath+"/script",parentData:data,parentDataProperty:"script",rootData}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
}
if(data.command !== undefined){
if(!(validate87(data.command, {instancePath:instancePath+"/command",parentData:data,parentDataProperty:"command",rootData}))){
vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
errors = vErrors.length;
}
}
if(data.prompt !== undefined){
let data38 = data.prompt;
if((!(data38 && typeof data38 == "object" && !Array.isArray(data38))) && (typeof data38 !== "string")){
const err46 = {instancePath:instancePath+"/prompt",schemaPath:"#/properties/prompt/type",keyword:"type",params:{type: schema25.properties.prompt.type},message:"must be object,string",schema:schema25.properties.prompt.type,parentSchema:schema25.properties.prompt,data:data38};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.conflict_group !== undefined){
let data39 = data.conflict_group;
if(typeof data39 === "string"){
if(func3(data39) > 200){
const err47 = {instancePath:instancePath+"/conflict_group",schemaPath:"#/properties/conflict_group/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema25.properties.conflict_group,data:data39};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(func3(data39) < 1){
const err48 = {instancePath:instancePath+"/conflict_group",schemaPath:"#/properties/conflict_group/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema25.properties.conflict_group,data:data39};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/conflict_group",schemaPath:"#/properties/conflict_group/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.properties.conflict_group.type,parentSchema:schema25.properties.conflict_group,data:data39};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data.critical !== undefined){
let data40 = data.critical;
if(typeof data40 !== "boolean"){
const err50 = {instancePath:instancePath+"/critical",schemaPath:"#/properties/critical/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema25.properties.critical.type,parentSchema:schema25.properties.critical,data:data40};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.allow_no_change !== undefined){
let data41 = data.allow_no_change;
if(typeof data41 !== "boolean"){
const err51 = {instancePath:instancePath+"/allow_no_change",schemaPath:"#/properties/allow_no_change/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema25.properties.allow_no_change.type,parentSchema:schema25.properties.allow_no_change,data:data41};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema25.type,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
validate68.errors = vErrors;
return errors === 0;
}


function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.workstream_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "workstream_id"},message:"must have required property '"+"workstream_id"+"'",schema:schema24.required,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema24.required,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.tasks === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tasks"},message:"must have required property '"+"tasks"+"'",schema:schema24.required,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema24.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema24.properties.doc_id.type,parentSchema:schema24.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.workstream_id !== undefined){
let data1 = data.workstream_id;
if(typeof data1 === "string"){
if(func3(data1) > 200){
const err5 = {instancePath:instancePath+"/workstream_id",schemaPath:"#/properties/workstream_id/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema24.properties.workstream_id,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(func3(data1) < 1){
const err6 = {instancePath:instancePath+"/workstream_id",schemaPath:"#/properties/workstream_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema24.properties.workstream_id,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/workstream_id",schemaPath:"#/properties/workstream_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema24.properties.workstream_id.type,parentSchema:schema24.properties.workstream_id,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.project_id !== undefined){
let data2 = data.project_id;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err8 = {instancePath:instancePath+"/project_id",schemaPath:"#/properties/project_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema24.properties.project_id,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/project_id",schemaPath:"#/properties/project_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema24.properties.project_id.type,parentSchema:schema24.properties.project_id,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.phase_id !== undefined){
let data3 = data.phase_id;
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err10 = {instancePath:instancePath+"/phase_id",schemaPath:"#/properties/phase_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema24.properties.phase_id,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/phase_id",schemaPath:"#/properties/phase_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema24.properties.phase_id.type,parentSchema:schema24.properties.phase_id,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.name !== undefined){
let data4 = data.name;
if(typeof data4 === "string"){
if(func3(data4) < 1){
const err12 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema24.properties.name,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema24.properties.name.type,parentSchema:schema24.properties.name,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.objective !== undefined){
let data5 = data.objective;
if(typeof data5 !== "string"){
const err14 = {instancePath:instancePath+"/objective",schemaPath:"#/properties/objective/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema24.properties.objective.type,parentSchema:schema24.properties.objective,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.tags !== undefined){
let data6 = data.tags;
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
if(typeof data7 !== "string"){
const err15 = {instancePath:instancePath+"/tags/" + i0,schemaPath:"#/properties/tags/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema24.properties.tags.items.type,parentSchema:schema24.properties.tags.items,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema24.properties.tags.type,parentSchema:schema24.properties.tags,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.depends_on !== undefined){
let data8 = data.depends_on;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
if(typeof data9 === "string"){
if(func3(data9) > 200){
const err17 = {instancePath:instancePath+"/depends_on/" + i1,schemaPath:"#/properties/depends_on/items/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema24.properties.depends_on.items,data:data9};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(func3(data9) < 1){
const err18 = {instancePath:instancePath+"/depends_on/" + i1,schemaPath:"#/properties/depends_on/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema24.properties.depends_on.items,data:data9};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/depends_on/" + i1,schemaPath:"#/properties/depends_on/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema24.properties.depends_on.items.type,parentSchema:schema24.properties.depends_on.items,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/depends_on",schemaPath:"#/properties/depends_on/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema24.properties.depends_on.type,parentSchema:schema24.properties.depends_on,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.strategy !== undefined){
let data10 = data.strategy;
if(!(((data10 === "sequential") || (data10 === "dag")) || (data10 === "shadow"))){
const err21 = {instancePath:instancePath+"/strategy",schemaPath:"#/properties/strategy/enum",keyword:"enum",params:{allowedValues: schema24.properties.strategy.enum},message:"must be equal to one of the allowed values",schema:schema24.properties.strategy.enum,parentSchema:schema24.properties.strategy,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.parallel !== undefined){
let data11 = data.parallel;
if(typeof data11 !== "boolean"){
const err22 = {instancePath:instancePath+"/parallel",schemaPath:"#/properties/parallel/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema24.properties.parallel.type,parentSchema:schema24.properties.parallel,data:data11};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.patch_mode !== undefined){
let data12 = data.patch_mode;
if(typeof data12 !== "boolean"){
const err23 = {instancePath:instancePath+"/patch_mode",schemaPath:"#/properties/patch_mode/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema24.properties.patch_mode.type,parentSchema:schema24.properties.patch_mode,data:data12};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.resource_scope !== undefined){
if(!(validate40(data.resource_scope, {instancePath:instancePath+"/resource_scope",parentData:data,parentDataProperty:"resource_scope",rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
if(data.constraints !== undefined){
if(!(validate49(data.constraints, {instancePath:instancePath+"/constraints",parentData:data,parentDataProperty:"constraints",rootData}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
}
if(data.patch_policy_ref !== undefined){
if(!(validate35(data.patch_policy_ref, {instancePath:instancePath+"/patch_policy_ref",parentData:data,parentDataProperty:"patch_policy_ref",rootData}))){
vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
errors = vErrors.length;
}
}
if(data.issue_ref !== undefined){
if(!(validate37(data.issue_ref, {instancePath:instancePath+"/issue_ref",parentData:data,parentDataProperty:"issue_ref",rootData}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
}
if(data.acceptance !== undefined){
if(!(validate56(data.acceptance, {instancePath:instancePath+"/acceptance",parentData:data,parentDataProperty:"acceptance",rootData}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
if(data.gates !== undefined){
let data18 = data.gates;
if(Array.isArray(data18)){
const len2 = data18.length;
for(let i2=0; i2<len2; i2++){
let data19 = data18[i2];
if(typeof data19 === "string"){
if(func3(data19) > 200){
const err24 = {instancePath:instancePath+"/gates/" + i2,schemaPath:"#/properties/gates/items/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema24.properties.gates.items,data:data19};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(func3(data19) < 1){
const err25 = {instancePath:instancePath+"/gates/" + i2,schemaPath:"#/properties/gates/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema24.properties.gates.items,data:data19};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/gates/" + i2,schemaPath:"#/properties/gates/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema24.properties.gates.items.type,parentSchema:schema24.properties.gates.items,data:data19};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/gates",schemaPath:"#/properties/gates/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema24.properties.gates.type,parentSchema:schema24.properties.gates,data:data18};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.budget !== undefined){
if(!(validate27(data.budget, {instancePath:instancePath+"/budget",parentData:data,parentDataProperty:"budget",rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
if(data.compensation !== undefined){
if(!(validate33(data.compensation, {instancePath:instancePath+"/compensation",parentData:data,parentDataProperty:"compensation",rootData}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
if(data.concurrency !== undefined){
let data22 = data.concurrency;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(data22.max_parallel !== undefined){
let data23 = data22.max_parallel;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err28 = {instancePath:instancePath+"/concurrency/max_parallel",schemaPath:"#/properties/concurrency/properties/max_parallel/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema24.properties.concurrency.properties.max_parallel.type,parentSchema:schema24.properties.concurrency.properties.max_parallel,data:data23};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 < 1 || isNaN(data23)){
const err29 = {instancePath:instancePath+"/concurrency/max_parallel",schemaPath:"#/properties/concurrency/properties/max_parallel/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema24.properties.concurrency.properties.max_parallel,data:data23};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
}
else {
const err30 = {instancePath:instancePath+"/concurrency",schemaPath:"#/properties/concurrency/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema24.properties.concurrency.type,parentSchema:schema24.properties.concurrency,data:data22};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.error_handling !== undefined){
let data24 = data.error_handling;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if(data24.strategy !== undefined){
let data25 = data24.strategy;
if(typeof data25 !== "string"){
const err31 = {instancePath:instancePath+"/error_handling/strategy",schemaPath:"#/properties/error_handling/properties/strategy/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema24.properties.error_handling.properties.strategy.type,parentSchema:schema24.properties.error_handling.properties.strategy,data:data25};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(!(((data25 === "fail_fast") || (data25 === "continue")) || (data25 === "escalate"))){
const err32 = {instancePath:instancePath+"/error_handling/strategy",schemaPath:"#/properties/error_handling/properties/strategy/enum",keyword:"enum",params:{allowedValues: schema24.properties.error_handling.properties.strategy.enum},message:"must be equal to one of the allowed values",schema:schema24.properties.error_handling.properties.strategy.enum,parentSchema:schema24.properties.error_handling.properties.strategy,data:data25};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/error_handling",schemaPath:"#/properties/error_handling/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema24.properties.error_handling.type,parentSchema:schema24.properties.error_handling,data:data24};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.tasks !== undefined){
let data26 = data.tasks;
if(Array.isArray(data26)){
if(data26.length < 1){
const err34 = {instancePath:instancePath+"/tasks",schemaPath:"#/properties/tasks/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema24.properties.tasks,data:data26};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
const len3 = data26.length;
for(let i3=0; i3<len3; i3++){
if(!(validate68(data26[i3], {instancePath:instancePath+"/tasks/" + i3,parentData:data26,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
errors = vErrors.length;
}
}
}
else {
const err35 = {instancePath:instancePath+"/tasks",schemaPath:"#/properties/tasks/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema24.properties.tasks.type,parentSchema:schema24.properties.tasks,data:data26};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema24.type,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
validate60.errors = vErrors;
return errors === 0;
}


function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.phase_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "phase_id"},message:"must have required property '"+"phase_id"+"'",schema:schema18.required,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema18.required,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.workstreams === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "workstreams"},message:"must have required property '"+"workstreams"+"'",schema:schema18.required,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema18.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.doc_id.type,parentSchema:schema18.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.phase_id !== undefined){
let data1 = data.phase_id;
if(typeof data1 === "string"){
if(func3(data1) > 200){
const err5 = {instancePath:instancePath+"/phase_id",schemaPath:"#/properties/phase_id/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema18.properties.phase_id,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(func3(data1) < 1){
const err6 = {instancePath:instancePath+"/phase_id",schemaPath:"#/properties/phase_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema18.properties.phase_id,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/phase_id",schemaPath:"#/properties/phase_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.phase_id.type,parentSchema:schema18.properties.phase_id,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.name !== undefined){
let data2 = data.name;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err8 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema18.properties.name,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.name.type,parentSchema:schema18.properties.name,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.category !== undefined){
let data3 = data.category;
if(typeof data3 !== "string"){
const err10 = {instancePath:instancePath+"/category",schemaPath:"#/properties/category/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.category.type,parentSchema:schema18.properties.category,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.description !== undefined){
let data4 = data.description;
if(typeof data4 !== "string"){
const err11 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.description.type,parentSchema:schema18.properties.description,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.depends_on !== undefined){
let data5 = data.depends_on;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 === "string"){
if(func3(data6) > 200){
const err12 = {instancePath:instancePath+"/depends_on/" + i0,schemaPath:"#/properties/depends_on/items/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema18.properties.depends_on.items,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(func3(data6) < 1){
const err13 = {instancePath:instancePath+"/depends_on/" + i0,schemaPath:"#/properties/depends_on/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema18.properties.depends_on.items,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/depends_on/" + i0,schemaPath:"#/properties/depends_on/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.depends_on.items.type,parentSchema:schema18.properties.depends_on.items,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/depends_on",schemaPath:"#/properties/depends_on/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema18.properties.depends_on.type,parentSchema:schema18.properties.depends_on,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.resource_scope !== undefined){
if(!(validate40(data.resource_scope, {instancePath:instancePath+"/resource_scope",parentData:data,parentDataProperty:"resource_scope",rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
if(data.constraints !== undefined){
if(!(validate49(data.constraints, {instancePath:instancePath+"/constraints",parentData:data,parentDataProperty:"constraints",rootData}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
}
if(data.patch_policy_ref !== undefined){
if(!(validate35(data.patch_policy_ref, {instancePath:instancePath+"/patch_policy_ref",parentData:data,parentDataProperty:"patch_policy_ref",rootData}))){
vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
errors = vErrors.length;
}
}
if(data.issue_ref !== undefined){
if(!(validate37(data.issue_ref, {instancePath:instancePath+"/issue_ref",parentData:data,parentDataProperty:"issue_ref",rootData}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
}
if(data.acceptance !== undefined){
if(!(validate56(data.acceptance, {instancePath:instancePath+"/acceptance",parentData:data,parentDataProperty:"acceptance",rootData}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
if(data.gates !== undefined){
let data12 = data.gates;
if(Array.isArray(data12)){
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
let data13 = data12[i1];
if(typeof data13 === "string"){
if(func3(data13) > 200){
const err16 = {instancePath:instancePath+"/gates/" + i1,schemaPath:"#/properties/gates/items/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema18.properties.gates.items,data:data13};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(func3(data13) < 1){
const err17 = {instancePath:instancePath+"/gates/" + i1,schemaPath:"#/properties/gates/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema18.properties.gates.items,data:data13};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/gates/" + i1,schemaPath:"#/properties/gates/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.gates.items.type,parentSchema:schema18.properties.gates.items,data:data13};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/gates",schemaPath:"#/properties/gates/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema18.properties.gates.type,parentSchema:schema18.properties.gates,data:data12};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.budget !== undefined){
if(!(validate27(data.budget, {instancePath:instancePath+"/budget",parentData:data,parentDataProperty:"budget",rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
if(data.compensation !== undefined){
if(!(validate33(data.compensation, {instancePath:instancePath+"/compensation",parentData:data,parentDataProperty:"compensation",rootData}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
if(data.workstreams !== undefined){
let data16 = data.workstreams;
if(Array.isArray(data16)){
if(data16.length < 1){
const err20 = {instancePath:instancePath+"/workstreams",schemaPath:"#/properties/workstreams/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema18.properties.workstreams,data:data16};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
const len2 = data16.length;
for(let i2=0; i2<len2; i2++){
if(!(validate60(data16[i2], {instancePath:instancePath+"/workstreams/" + i2,parentData:data16,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
}
}
else {
const err21 = {instancePath:instancePath+"/workstreams",schemaPath:"#/properties/workstreams/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema18.properties.workstreams.type,parentSchema:schema18.properties.workstreams,data:data16};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.type,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
validate39.errors = vErrors;
return errors === 0;
}


function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/patchbay/plan.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema"},message:"must have required property '"+"schema"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.plan_id === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "plan_id"},message:"must have required property '"+"plan_id"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.phases === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "phases"},message:"must have required property '"+"phases"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.doc_id.type,parentSchema:schema11.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.$schema !== undefined){
let data1 = data.$schema;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.$schema.type,parentSchema:schema11.properties.$schema,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.schema !== undefined){
let data2 = data.schema;
if("patchbay/plan.v1" !== data2){
const err6 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/const",keyword:"const",params:{allowedValue: "patchbay/plan.v1"},message:"must be equal to constant",schema:"patchbay/plan.v1",parentSchema:schema11.properties.schema,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.plan_id !== undefined){
let data3 = data.plan_id;
if(typeof data3 === "string"){
if(func3(data3) > 200){
const err7 = {instancePath:instancePath+"/plan_id",schemaPath:"#/properties/plan_id/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema11.properties.plan_id,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(func3(data3) < 1){
const err8 = {instancePath:instancePath+"/plan_id",schemaPath:"#/properties/plan_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.plan_id,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/plan_id",schemaPath:"#/properties/plan_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.plan_id.type,parentSchema:schema11.properties.plan_id,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.project_id !== undefined){
let data4 = data.project_id;
if(typeof data4 === "string"){
if(func3(data4) > 200){
const err10 = {instancePath:instancePath+"/project_id",schemaPath:"#/properties/project_id/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema11.properties.project_id,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(func3(data4) < 1){
const err11 = {instancePath:instancePath+"/project_id",schemaPath:"#/properties/project_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.project_id,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/project_id",schemaPath:"#/properties/project_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.project_id.type,parentSchema:schema11.properties.project_id,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.name !== undefined){
let data5 = data.name;
if(typeof data5 !== "string"){
const err13 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.name.type,parentSchema:schema11.properties.name,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.description !== undefined){
let data6 = data.description;
if(typeof data6 !== "string"){
const err14 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.description.type,parentSchema:schema11.properties.description,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.strategy !== undefined){
let data7 = data.strategy;
if(!(((data7 === "sequential") || (data7 === "dag")) || (data7 === "shadow"))){
const err15 = {instancePath:instancePath+"/strategy",schemaPath:"#/properties/strategy/enum",keyword:"enum",params:{allowedValues: schema11.properties.strategy.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.strategy.enum,parentSchema:schema11.properties.strategy,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.merge_order !== undefined){
let data8 = data.merge_order;
if(!((data8 === "ready") || (data8 === "plan"))){
const err16 = {instancePath:instancePath+"/merge_order",schemaPath:"#/properties/merge_order/enum",keyword:"enum",params:{allowedValues: schema11.properties.merge_order.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.merge_order.enum,parentSchema:schema11.properties.merge_order,data:data8};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.budget !== undefined){
if(!(validate27(data.budget, {instancePath:instancePath+"/budget",parentData:data,parentDataProperty:"budget",rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
if(data.gates !== undefined){
let data10 = data.gates;
if(Array.isArray(data10)){
if(data10.length > 500){
const err17 = {instancePath:instancePath+"/gates",schemaPath:"#/properties/gates/maxItems",keyword:"maxItems",params:{limit: 500},message:"must NOT have more than 500 items",schema:500,parentSchema:schema11.properties.gates,data:data10};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
if(!(validate29(data10[i0], {instancePath:instancePath+"/gates/" + i0,parentData:data10,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
}
else {
const err18 = {instancePath:instancePath+"/gates",schemaPath:"#/properties/gates/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.gates.type,parentSchema:schema11.properties.gates,data:data10};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.compensation !== undefined){
if(!(validate33(data.compensation, {instancePath:instancePath+"/compensation",parentData:data,parentDataProperty:"compensation",rootData}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
if(data.patch_policy_ref !== undefined){
if(!(validate35(data.patch_policy_ref, {instancePath:instancePath+"/patch_policy_ref",parentData:data,parentDataProperty:"patch_policy_ref",rootData}))){
vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
errors = vErrors.length;
}
}
if(data.issue_ref !== undefined){
if(!(validate37(data.issue_ref, {instancePath:instancePath+"/issue_ref",parentData:data,parentDataProperty:"issue_ref",rootData}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
}
if(data.phases !== undefined){
let data15 = data.phases;
if(Array.isArray(data15)){
if(data15.length < 1){
const err19 = {instancePath:instancePath+"/phases",schemaPath:"#/properties/phases/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema11.properties.phases,data:data15};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
const len1 = data15.length;
for(let i1=0; i1<len1; i1++){
if(!(validate39(data15[i1], {instancePath:instancePath+"/phases/" + i1,parentData:data15,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
errors = vErrors.length;
}
}
}
else {
const err20 = {instancePath:instancePath+"/phases",schemaPath:"#/properties/phases/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.phases.type,parentSchema:schema11.properties.phases,data:data15};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}

export const projectV1 = validate97;
const schema32 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/patchbay/project.v1.json","title":"Project v1","description":"patchbay.yaml at the root of a repository: what holds for every plan of the project. A plan may only tighten it.","type":"object","required":["schema","project_id"],"additionalProperties":false,"properties":{"doc_id":{"description":"Annotation of the framework's documents; ignored.","type":"string"},"$schema":{"description":"For editors; ignored.","type":"string"},"schema":{"description":"Which format the file has.","const":"patchbay/project.v1"},"project_id":{"description":"An identifier.","type":"string","minLength":1,"maxLength":200},"name":{"description":"A title for people.","type":"string"},"profile_id":{"description":"The profile the project was set up with.","type":"string","minLength":1},"domain":{"enum":["software-dev","data-pipeline","operations","documentation","mixed"]},"areas":{"description":"Which profile holds where, the most telling path first; without it the project's profile holds everywhere.","type":"array","items":{"type":"object","properties":{"path":{"$ref":"https://patchbay.dev/schema/patchbay/plan.v1.json#/definitions/glob"},"profile_id":{"description":"A profile's name.","type":"string","minLength":1},"policy":{"$ref":"#/properties/policy"},"gates":{"description":"Gates of tasks that write only here; without it all gates of the project hold.","type":"array","items":{"description":"A gate's name.","type":"string","minLength":1},"minItems":1}},"description":"A part of the repository.","required":["path","profile_id"],"additionalProperties":false},"maxItems":200},"gates":{"description":"Gates every plan may use; they hold where a plan has none of its own.","type":"array","items":{"$ref":"https://patchbay.dev/schema/patchbay/plan.v1.json#/definitions/gate"},"maxItems":500},"workspace":{"type":"object","properties":{"setup":{"description":"Commands that make a fresh workspace usable, each a program and its arguments.","type":"array","items":{"type":"array","items":{"type":"string"},"minItems":1}},"copy_ignored":{"description":"Ignored files copied into a workspace, by name; never part of a patch.","type":"array","items":{"$ref":"https://patchbay.dev/schema/patchbay/plan.v1.json#/definitions/glob"}},"env":{"$ref":"https://patchbay.dev/schema/patchbay/plan.v1.json#/definitions/env"},"key_files":{"description":"Files whose content decides whether a prepared workspace can be used again, for example lockfiles.","type":"array","items":{"$ref":"https://patchbay.dev/schema/patchbay/plan.v1.json#/definitions/glob"}},"timeout_seconds":{"description":"All set-up commands together.","type":"integer","minimum":1,"maximum":604800}},"description":"How a workspace becomes usable.","additionalProperties":false},"policy":{"type":"object","properties":{"max_lines_changed":{"type":"integer","minimum":1},"max_files_changed":{"type":"integer","minimum":1},"forbid_binary":{"type":"boolean"},"forbid_paths":{"$ref":"https://patchbay.dev/schema/patchbay/plan.v1.json#/definitions/globs"},"patch_required":{"type":"boolean"},"allowed_formats":{"type":"array","items":{"type":"string"}},"forbid_binary_patches":{"type":"boolean"},"forbid_touching_paths":{"$ref":"https://patchbay.dev/schema/patchbay/plan.v1.json#/definitions/globs"},"require_tests_for_paths":{"$ref":"https://patchbay.dev/schema/patchbay/plan.v1.json#/definitions/globs"},"require_issue_ref":{"type":"boolean"},"min_reviewers":{"type":"integer","minimum":0},"oscillation_window":{"type":"integer","minimum":1},"oscillation_threshold":{"type":"integer","minimum":1}},"description":"Limits on every patch of the project, as a patch_policy.v1 names them; forbid_binary and forbid_paths are short forms.","additionalProperties":false},"patch_policy_ref":{"$ref":"https://patchbay.dev/schema/patchbay/plan.v1.json#/definitions/policyRef"},"flags":{"type":"object","properties":{"patch_mode":{"type":"boolean","description":"false: what a tool changed is committed without being a patch (a direct edit)."},"tools":{"type":"object","description":"Flags of single tools, by name.","additionalProperties":{"type":"object","properties":{"patch_mode":{"type":"boolean","description":"For tasks of this tool."}},"additionalProperties":false},"maxProperties":100},"workstreams":{"type":"object","description":"Flags of single workstreams, by id, in whatever plan they stand.","additionalProperties":{"type":"object","properties":{"patch_mode":{"type":"boolean","description":"For tasks of this workstream."},"parallel":{"type":"boolean","description":"true: its tasks run as a dag; false: one after the other."}},"additionalProperties":false},"maxProperties":2000},"parallel_strategy":{"enum":["sequential","dag"],"description":"Strategy of plans that do not say one."},"ulid_enabled":{"type":"boolean","description":"false: records that came from an older system show and export the id they had there."}},"description":"Switches (docs/flags.md).","additionalProperties":false}}};

function validate98(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(func3(data) < 1){
const err0 = {instancePath,schemaPath:"#/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!pattern28.test(data)){
const err1 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^(?!/)(?![A-Za-z]:)(?!(?:.*/)?\\.\\.(?:/|$))[^\\\\]*$"},message:"must match pattern \""+"^(?!/)(?![A-Za-z]:)(?!(?:.*/)?\\.\\.(?:/|$))[^\\\\]*$"+"\"",schema:"^(?!/)(?![A-Za-z]:)(?!(?:.*/)?\\.\\.(?:/|$))[^\\\\]*$",parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.type,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate98.errors = vErrors;
return errors === 0;
}

const schema34 = {"type":"object","properties":{"max_lines_changed":{"type":"integer","minimum":1},"max_files_changed":{"type":"integer","minimum":1},"forbid_binary":{"type":"boolean"},"forbid_paths":{"$ref":"https://patchbay.dev/schema/patchbay/plan.v1.json#/definitions/globs"},"patch_required":{"type":"boolean"},"allowed_formats":{"type":"array","items":{"type":"string"}},"forbid_binary_patches":{"type":"boolean"},"forbid_touching_paths":{"$ref":"https://patchbay.dev/schema/patchbay/plan.v1.json#/definitions/globs"},"require_tests_for_paths":{"$ref":"https://patchbay.dev/schema/patchbay/plan.v1.json#/definitions/globs"},"require_issue_ref":{"type":"boolean"},"min_reviewers":{"type":"integer","minimum":0},"oscillation_window":{"type":"integer","minimum":1},"oscillation_threshold":{"type":"integer","minimum":1}},"description":"Limits on every patch of the project, as a patch_policy.v1 names them; forbid_binary and forbid_paths are short forms.","additionalProperties":false};

function validate101(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate42(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
}
else {
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema20.type,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate101.errors = vErrors;
return errors === 0;
}


function validate100(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema34.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.max_lines_changed !== undefined){
let data0 = data.max_lines_changed;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/max_lines_changed",schemaPath:"#/properties/max_lines_changed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema34.properties.max_lines_changed.type,parentSchema:schema34.properties.max_lines_changed,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 1 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/max_lines_changed",schemaPath:"#/properties/max_lines_changed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema34.properties.max_lines_changed,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
if(data.max_files_changed !== undefined){
let data1 = data.max_files_changed;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err3 = {instancePath:instancePath+"/max_files_changed",schemaPath:"#/properties/max_files_changed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema34.properties.max_files_changed.type,parentSchema:schema34.properties.max_files_changed,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 1 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/max_files_changed",schemaPath:"#/properties/max_files_changed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema34.properties.max_files_changed,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data.forbid_binary !== undefined){
let data2 = data.forbid_binary;
if(typeof data2 !== "boolean"){
const err5 = {instancePath:instancePath+"/forbid_binary",schemaPath:"#/properties/forbid_binary/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema34.properties.forbid_binary.type,parentSchema:schema34.properties.forbid_binary,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.forbid_paths !== undefined){
if(!(validate101(data.forbid_paths, {instancePath:instancePath+"/forbid_paths",parentData:data,parentDataProperty:"forbid_paths",rootData}))){
vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
errors = vErrors.length;
}
}
if(data.patch_required !== undefined){
let data4 = data.patch_required;
if(typeof data4 !== "boolean"){
const err6 = {instancePath:instancePath+"/patch_required",schemaPath:"#/properties/patch_required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema34.properties.patch_required.type,parentSchema:schema34.properties.patch_required,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.allowed_formats !== undefined){
let data5 = data.allowed_formats;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 !== "string"){
const err7 = {instancePath:instancePath+"/allowed_formats/" + i0,schemaPath:"#/properties/allowed_formats/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.allowed_formats.items.type,parentSchema:schema34.properties.allowed_formats.items,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/allowed_formats",schemaPath:"#/properties/allowed_formats/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.allowed_formats.type,parentSchema:schema34.properties.allowed_formats,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.forbid_binary_patches !== undefined){
let data7 = data.forbid_binary_patches;
if(typeof data7 !== "boolean"){
const err9 = {instancePath:instancePath+"/forbid_binary_patches",schemaPath:"#/properties/forbid_binary_patches/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema34.properties.forbid_binary_patches.type,parentSchema:schema34.properties.forbid_binary_patches,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.forbid_touching_paths !== undefined){
if(!(validate101(data.forbid_touching_paths, {instancePath:instancePath+"/forbid_touching_paths",parentData:data,parentDataProperty:"forbid_touching_paths",rootData}))){
vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
errors = vErrors.length;
}
}
if(data.require_tests_for_paths !== undefined){
if(!(validate101(data.require_tests_for_paths, {instancePath:instancePath+"/require_tests_for_paths",parentData:data,parentDataProperty:"require_tests_for_paths",rootData}))){
vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
errors = vErrors.length;
}
}
if(data.require_issue_ref !== undefined){
let data10 = data.require_issue_ref;
if(typeof data10 !== "boolean"){
const err10 = {instancePath:instancePath+"/require_issue_ref",schemaPath:"#/properties/require_issue_ref/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema34.properties.require_issue_ref.type,parentSchema:schema34.properties.require_issue_ref,data:data10};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.min_reviewers !== undefined){
let data11 = data.min_reviewers;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err11 = {instancePath:instancePath+"/min_reviewers",schemaPath:"#/properties/min_reviewers/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema34.properties.min_reviewers.type,parentSchema:schema34.properties.min_reviewers,data:data11};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 0 || isNaN(data11)){
const err12 = {instancePath:instancePath+"/min_reviewers",schemaPath:"#/properties/min_reviewers/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema34.properties.min_reviewers,data:data11};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.oscillation_window !== undefined){
let data12 = data.oscillation_window;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err13 = {instancePath:instancePath+"/oscillation_window",schemaPath:"#/properties/oscillation_window/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema34.properties.oscillation_window.type,parentSchema:schema34.properties.oscillation_window,data:data12};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 1 || isNaN(data12)){
const err14 = {instancePath:instancePath+"/oscillation_window",schemaPath:"#/properties/oscillation_window/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema34.properties.oscillation_window,data:data12};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
if(data.oscillation_threshold !== undefined){
let data13 = data.oscillation_threshold;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err15 = {instancePath:instancePath+"/oscillation_threshold",schemaPath:"#/properties/oscillation_threshold/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema34.properties.oscillation_threshold.type,parentSchema:schema34.properties.oscillation_threshold,data:data13};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 < 1 || isNaN(data13)){
const err16 = {instancePath:instancePath+"/oscillation_threshold",schemaPath:"#/properties/oscillation_threshold/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema34.properties.oscillation_threshold,data:data13};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate100.errors = vErrors;
return errors === 0;
}


function validate107(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.gate_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "gate_id"},message:"must have required property '"+"gate_id"+"'",schema:schema13.required,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.command === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "command"},message:"must have required property '"+"command"+"'",schema:schema13.required,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema13.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.gate_id !== undefined){
let data0 = data.gate_id;
if(typeof data0 === "string"){
if(func3(data0) > 200){
const err3 = {instancePath:instancePath+"/gate_id",schemaPath:"#/properties/gate_id/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema13.properties.gate_id,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(func3(data0) < 1){
const err4 = {instancePath:instancePath+"/gate_id",schemaPath:"#/properties/gate_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.gate_id,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/gate_id",schemaPath:"#/properties/gate_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.gate_id.type,parentSchema:schema13.properties.gate_id,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 !== "string"){
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.name.type,parentSchema:schema13.properties.name,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined){
let data2 = data.kind;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.kind,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.kind.type,parentSchema:schema13.properties.kind,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.command !== undefined){
let data3 = data.command;
if((!(Array.isArray(data3))) && (typeof data3 !== "string")){
const err9 = {instancePath:instancePath+"/command",schemaPath:"#/properties/command/type",keyword:"type",params:{type: schema13.properties.command.type},message:"must be array,string",schema:schema13.properties.command.type,parentSchema:schema13.properties.command,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err10 = {instancePath:instancePath+"/command",schemaPath:"#/properties/command/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.command,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(Array.isArray(data3)){
if(data3.length < 1){
const err11 = {instancePath:instancePath+"/command",schemaPath:"#/properties/command/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema13.properties.command,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 !== "string"){
const err12 = {instancePath:instancePath+"/command/" + i0,schemaPath:"#/properties/command/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.command.items.type,parentSchema:schema13.properties.command.items,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
}
if(data.shell !== undefined){
let data5 = data.shell;
if(typeof data5 !== "boolean"){
const err13 = {instancePath:instancePath+"/shell",schemaPath:"#/properties/shell/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema13.properties.shell.type,parentSchema:schema13.properties.shell,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.after !== undefined){
let data6 = data.after;
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
if(typeof data7 === "string"){
if(func3(data7) > 200){
const err14 = {instancePath:instancePath+"/after/" + i1,schemaPath:"#/properties/after/items/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema13.properties.after.items,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(func3(data7) < 1){
const err15 = {instancePath:instancePath+"/after/" + i1,schemaPath:"#/properties/after/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.after.items,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/after/" + i1,schemaPath:"#/properties/after/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.after.items.type,parentSchema:schema13.properties.after.items,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/after",schemaPath:"#/properties/after/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema13.properties.after.type,parentSchema:schema13.properties.after,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.required !== undefined){
let data8 = data.required;
if(typeof data8 !== "boolean"){
const err18 = {instancePath:instancePath+"/required",schemaPath:"#/properties/required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema13.properties.required.type,parentSchema:schema13.properties.required,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.blocking !== undefined){
let data9 = data.blocking;
if(typeof data9 !== "boolean"){
const err19 = {instancePath:instancePath+"/blocking",schemaPath:"#/properties/blocking/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema13.properties.blocking.type,parentSchema:schema13.properties.blocking,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.wave_boundary !== undefined){
let data10 = data.wave_boundary;
if(typeof data10 !== "boolean"){
const err20 = {instancePath:instancePath+"/wave_boundary",schemaPath:"#/properties/wave_boundary/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema13.properties.wave_boundary.type,parentSchema:schema13.properties.wave_boundary,data:data10};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.timeout_seconds !== undefined){
let data11 = data.timeout_seconds;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err21 = {instancePath:instancePath+"/timeout_seconds",schemaPath:"#/properties/timeout_seconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.timeout_seconds.type,parentSchema:schema13.properties.timeout_seconds,data:data11};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 604800 || isNaN(data11)){
const err22 = {instancePath:instancePath+"/timeout_seconds",schemaPath:"#/properties/timeout_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 604800},message:"must be <= 604800",schema:604800,parentSchema:schema13.properties.timeout_seconds,data:data11};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data11 < 1 || isNaN(data11)){
const err23 = {instancePath:instancePath+"/timeout_seconds",schemaPath:"#/properties/timeout_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema13.properties.timeout_seconds,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
if(data.expected_exit !== undefined){
let data12 = data.expected_exit;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err24 = {instancePath:instancePath+"/expected_exit",schemaPath:"#/properties/expected_exit/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.expected_exit.type,parentSchema:schema13.properties.expected_exit,data:data12};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 255 || isNaN(data12)){
const err25 = {instancePath:instancePath+"/expected_exit",schemaPath:"#/properties/expected_exit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255},message:"must be <= 255",schema:255,parentSchema:schema13.properties.expected_exit,data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data12 < 0 || isNaN(data12)){
const err26 = {instancePath:instancePath+"/expected_exit",schemaPath:"#/properties/expected_exit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema13.properties.expected_exit,data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
if(data.env !== undefined){
if(!(validate30(data.env, {instancePath:instancePath+"/env",parentData:data,parentDataProperty:"env",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data.report !== undefined){
let data14 = data.report;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.format !== undefined){
let data15 = data14.format;
if(typeof data15 === "string"){
if(func3(data15) < 1){
const err27 = {instancePath:instancePath+"/report/format",schemaPath:"#/properties/report/properties/format/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.report.properties.format,data:data15};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/report/format",schemaPath:"#/properties/report/properties/format/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.report.properties.format.type,parentSchema:schema13.properties.report.properties.format,data:data15};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data14.file !== undefined){
let data16 = data14.file;
if(typeof data16 !== "string"){
const err29 = {instancePath:instancePath+"/report/file",schemaPath:"#/properties/report/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.report.properties.file.type,parentSchema:schema13.properties.report.properties.file,data:data16};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/report",schemaPath:"#/properties/report/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.report.type,parentSchema:schema13.properties.report,data:data14};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.type,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
validate107.errors = vErrors;
return errors === 0;
}


function validate111(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
let data0 = data[key0];
if(typeof data0 !== "string"){
const err0 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema14.additionalProperties.type,parentSchema:schema14.additionalProperties,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema14.type,parentSchema:schema14,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate111.errors = vErrors;
return errors === 0;
}


function validate117(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (!(Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema16.type},message:"must be string,array",schema:schema16.type,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(typeof data === "string"){
if(func3(data) < 1){
const err1 = {instancePath,schemaPath:"#/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(Array.isArray(data)){
if(data.length > 20){
const err2 = {instancePath,schemaPath:"#/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items",schema:20,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(func3(data0) < 1){
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16.items,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.items.type,parentSchema:schema16.items,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
validate117.errors = vErrors;
return errors === 0;
}


function validate97(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/patchbay/project.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema"},message:"must have required property '"+"schema"+"'",schema:schema32.required,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.project_id === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "project_id"},message:"must have required property '"+"project_id"+"'",schema:schema32.required,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema32.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.doc_id.type,parentSchema:schema32.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.$schema !== undefined){
let data1 = data.$schema;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.$schema.type,parentSchema:schema32.properties.$schema,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.schema !== undefined){
let data2 = data.schema;
if("patchbay/project.v1" !== data2){
const err5 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/const",keyword:"const",params:{allowedValue: "patchbay/project.v1"},message:"must be equal to constant",schema:"patchbay/project.v1",parentSchema:schema32.properties.schema,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.project_id !== undefined){
let data3 = data.project_id;
if(typeof data3 === "string"){
if(func3(data3) > 200){
const err6 = {instancePath:instancePath+"/project_id",schemaPath:"#/properties/project_id/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema32.properties.project_id,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(func3(data3) < 1){
const err7 = {instancePath:instancePath+"/project_id",schemaPath:"#/properties/project_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema32.properties.project_id,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/project_id",schemaPath:"#/properties/project_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.project_id.type,parentSchema:schema32.properties.project_id,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.name !== undefined){
let data4 = data.name;
if(typeof data4 !== "string"){
const err9 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.name.type,parentSchema:schema32.properties.name,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.profile_id !== undefined){
let data5 = data.profile_id;
if(typeof data5 === "string"){
if(func3(data5) < 1){
const err10 = {instancePath:instancePath+"/profile_id",schemaPath:"#/properties/profile_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema32.properties.profile_id,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/profile_id",schemaPath:"#/properties/profile_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.profile_id.type,parentSchema:schema32.properties.profile_id,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.domain !== undefined){
let data6 = data.domain;
if(!(((((data6 === "software-dev") || (data6 === "data-pipeline")) || (data6 === "operations")) || (data6 === "documentation")) || (data6 === "mixed"))){
const err12 = {instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/enum",keyword:"enum",params:{allowedValues: schema32.properties.domain.enum},message:"must be equal to one of the allowed values",schema:schema32.properties.domain.enum,parentSchema:schema32.properties.domain,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.areas !== undefined){
let data7 = data.areas;
if(Array.isArray(data7)){
if(data7.length > 200){
const err13 = {instancePath:instancePath+"/areas",schemaPath:"#/properties/areas/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items",schema:200,parentSchema:schema32.properties.areas,data:data7};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.path === undefined){
const err14 = {instancePath:instancePath+"/areas/" + i0,schemaPath:"#/properties/areas/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema32.properties.areas.items.required,parentSchema:schema32.properties.areas.items,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data8.profile_id === undefined){
const err15 = {instancePath:instancePath+"/areas/" + i0,schemaPath:"#/properties/areas/items/required",keyword:"required",params:{missingProperty: "profile_id"},message:"must have required property '"+"profile_id"+"'",schema:schema32.properties.areas.items.required,parentSchema:schema32.properties.areas.items,data:data8};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
for(const key1 in data8){
if(!((((key1 === "path") || (key1 === "profile_id")) || (key1 === "policy")) || (key1 === "gates"))){
const err16 = {instancePath:instancePath+"/areas/" + i0,schemaPath:"#/properties/areas/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema32.properties.areas.items,data:data8};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data8.path !== undefined){
if(!(validate98(data8.path, {instancePath:instancePath+"/areas/" + i0+"/path",parentData:data8,parentDataProperty:"path",rootData}))){
vErrors = vErrors === null ? validate98.errors : vErrors.concat(validate98.errors);
errors = vErrors.length;
}
}
if(data8.profile_id !== undefined){
let data10 = data8.profile_id;
if(typeof data10 === "string"){
if(func3(data10) < 1){
const err17 = {instancePath:instancePath+"/areas/" + i0+"/profile_id",schemaPath:"#/properties/areas/items/properties/profile_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema32.properties.areas.items.properties.profile_id,data:data10};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/areas/" + i0+"/profile_id",schemaPath:"#/properties/areas/items/properties/profile_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.areas.items.properties.profile_id.type,parentSchema:schema32.properties.areas.items.properties.profile_id,data:data10};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data8.policy !== undefined){
if(!(validate100(data8.policy, {instancePath:instancePath+"/areas/" + i0+"/policy",parentData:data8,parentDataProperty:"policy",rootData}))){
vErrors = vErrors === null ? validate100.errors : vErrors.concat(validate100.errors);
errors = vErrors.length;
}
}
if(data8.gates !== undefined){
let data12 = data8.gates;
if(Array.isArray(data12)){
if(data12.length < 1){
const err19 = {instancePath:instancePath+"/areas/" + i0+"/gates",schemaPath:"#/properties/areas/items/properties/gates/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema32.properties.areas.items.properties.gates,data:data12};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
let data13 = data12[i1];
if(typeof data13 === "string"){
if(func3(data13) < 1){
const err20 = {instancePath:instancePath+"/areas/" + i0+"/gates/" + i1,schemaPath:"#/properties/areas/items/properties/gates/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema32.properties.areas.items.properties.gates.items,data:data13};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/areas/" + i0+"/gates/" + i1,schemaPath:"#/properties/areas/items/properties/gates/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.areas.items.properties.gates.items.type,parentSchema:schema32.properties.areas.items.properties.gates.items,data:data13};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/areas/" + i0+"/gates",schemaPath:"#/properties/areas/items/properties/gates/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema32.properties.areas.items.properties.gates.type,parentSchema:schema32.properties.areas.items.properties.gates,data:data12};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/areas/" + i0,schemaPath:"#/properties/areas/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.properties.areas.items.type,parentSchema:schema32.properties.areas.items,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/areas",schemaPath:"#/properties/areas/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema32.properties.areas.type,parentSchema:schema32.properties.areas,data:data7};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.gates !== undefined){
let data14 = data.gates;
if(Array.isArray(data14)){
if(data14.length > 500){
const err25 = {instancePath:instancePath+"/gates",schemaPath:"#/properties/gates/maxItems",keyword:"maxItems",params:{limit: 500},message:"must NOT have more than 500 items",schema:500,parentSchema:schema32.properties.gates,data:data14};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
if(!(validate107(data14[i2], {instancePath:instancePath+"/gates/" + i2,parentData:data14,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
errors = vErrors.length;
}
}
}
else {
const err26 = {instancePath:instancePath+"/gates",schemaPath:"#/properties/gates/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema32.properties.gates.type,parentSchema:schema32.properties.gates,data:data14};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.workspace !== undefined){
let data16 = data.workspace;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key2 in data16){
if(!(((((key2 === "setup") || (key2 === "copy_ignored")) || (key2 === "env")) || (key2 === "key_files")) || (key2 === "timeout_seconds"))){
const err27 = {instancePath:instancePath+"/workspace",schemaPath:"#/properties/workspace/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema32.properties.workspace,data:data16};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data16.setup !== undefined){
let data17 = data16.setup;
if(Array.isArray(data17)){
const len3 = data17.length;
for(let i3=0; i3<len3; i3++){
let data18 = data17[i3];
if(Array.isArray(data18)){
if(data18.length < 1){
const err28 = {instancePath:instancePath+"/workspace/setup/" + i3,schemaPath:"#/properties/workspace/properties/setup/items/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema32.properties.workspace.properties.setup.items,data:data18};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
const len4 = data18.length;
for(let i4=0; i4<len4; i4++){
let data19 = data18[i4];
if(typeof data19 !== "string"){
const err29 = {instancePath:instancePath+"/workspace/setup/" + i3+"/" + i4,schemaPath:"#/properties/workspace/properties/setup/items/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.workspace.properties.setup.items.items.type,parentSchema:schema32.properties.workspace.properties.setup.items.items,data:data19};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/workspace/setup/" + i3,schemaPath:"#/properties/workspace/properties/setup/items/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema32.properties.workspace.properties.setup.items.type,parentSchema:schema32.properties.workspace.properties.setup.items,data:data18};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/workspace/setup",schemaPath:"#/properties/workspace/properties/setup/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema32.properties.workspace.properties.setup.type,parentSchema:schema32.properties.workspace.properties.setup,data:data17};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data16.copy_ignored !== undefined){
let data20 = data16.copy_ignored;
if(Array.isArray(data20)){
const len5 = data20.length;
for(let i5=0; i5<len5; i5++){
if(!(validate98(data20[i5], {instancePath:instancePath+"/workspace/copy_ignored/" + i5,parentData:data20,parentDataProperty:i5,rootData}))){
vErrors = vErrors === null ? validate98.errors : vErrors.concat(validate98.errors);
errors = vErrors.length;
}
}
}
else {
const err32 = {instancePath:instancePath+"/workspace/copy_ignored",schemaPath:"#/properties/workspace/properties/copy_ignored/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema32.properties.workspace.properties.copy_ignored.type,parentSchema:schema32.properties.workspace.properties.copy_ignored,data:data20};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data16.env !== undefined){
if(!(validate111(data16.env, {instancePath:instancePath+"/workspace/env",parentData:data16,parentDataProperty:"env",rootData}))){
vErrors = vErrors === null ? validate111.errors : vErrors.concat(validate111.errors);
errors = vErrors.length;
}
}
if(data16.key_files !== undefined){
let data23 = data16.key_files;
if(Array.isArray(data23)){
const len6 = data23.length;
for(let i6=0; i6<len6; i6++){
if(!(validate98(data23[i6], {instancePath:instancePath+"/workspace/key_files/" + i6,parentData:data23,parentDataProperty:i6,rootData}))){
vErrors = vErrors === null ? validate98.errors : vErrors.concat(validate98.errors);
errors = vErrors.length;
}
}
}
else {
const err33 = {instancePath:instancePath+"/workspace/key_files",schemaPath:"#/properties/workspace/properties/key_files/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema32.properties.workspace.properties.key_files.type,parentSchema:schema32.properties.workspace.properties.key_files,data:data23};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data16.timeout_seconds !== undefined){
let data25 = data16.timeout_seconds;
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
const err34 = {instancePath:instancePath+"/workspace/timeout_seconds",schemaPath:"#/properties/workspace/properties/timeout_seconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema32.properties.workspace.properties.timeout_seconds.type,parentSchema:schema32.properties.workspace.properties.timeout_seconds,data:data25};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 > 604800 || isNaN(data25)){
const err35 = {instancePath:instancePath+"/workspace/timeout_seconds",schemaPath:"#/properties/workspace/properties/timeout_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 604800},message:"must be <= 604800",schema:604800,parentSchema:schema32.properties.workspace.properties.timeout_seconds,data:data25};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data25 < 1 || isNaN(data25)){
const err36 = {instancePath:instancePath+"/workspace/timeout_seconds",schemaPath:"#/properties/workspace/properties/timeout_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema32.properties.workspace.properties.timeout_seconds,data:data25};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
}
else {
const err37 = {instancePath:instancePath+"/workspace",schemaPath:"#/properties/workspace/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.properties.workspace.type,parentSchema:schema32.properties.workspace,data:data16};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.policy !== undefined){
let data26 = data.policy;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
for(const key3 in data26){
if(!(func2.call(schema32.properties.policy.properties, key3))){
const err38 = {instancePath:instancePath+"/policy",schemaPath:"#/properties/policy/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema32.properties.policy,data:data26};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data26.max_lines_changed !== undefined){
let data27 = data26.max_lines_changed;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
const err39 = {instancePath:instancePath+"/policy/max_lines_changed",schemaPath:"#/properties/policy/properties/max_lines_changed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema32.properties.policy.properties.max_lines_changed.type,parentSchema:schema32.properties.policy.properties.max_lines_changed,data:data27};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 < 1 || isNaN(data27)){
const err40 = {instancePath:instancePath+"/policy/max_lines_changed",schemaPath:"#/properties/policy/properties/max_lines_changed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema32.properties.policy.properties.max_lines_changed,data:data27};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
if(data26.max_files_changed !== undefined){
let data28 = data26.max_files_changed;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
const err41 = {instancePath:instancePath+"/policy/max_files_changed",schemaPath:"#/properties/policy/properties/max_files_changed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema32.properties.policy.properties.max_files_changed.type,parentSchema:schema32.properties.policy.properties.max_files_changed,data:data28};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 < 1 || isNaN(data28)){
const err42 = {instancePath:instancePath+"/policy/max_files_changed",schemaPath:"#/properties/policy/properties/max_files_changed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema32.properties.policy.properties.max_files_changed,data:data28};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
if(data26.forbid_binary !== undefined){
let data29 = data26.forbid_binary;
if(typeof data29 !== "boolean"){
const err43 = {instancePath:instancePath+"/policy/forbid_binary",schemaPath:"#/properties/policy/properties/forbid_binary/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema32.properties.policy.properties.forbid_binary.type,parentSchema:schema32.properties.policy.properties.forbid_binary,data:data29};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data26.forbid_paths !== undefined){
if(!(validate101(data26.forbid_paths, {instancePath:instancePath+"/policy/forbid_paths",parentData:data26,parentDataProperty:"forbid_paths",rootData}))){
vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
errors = vErrors.length;
}
}
if(data26.patch_required !== undefined){
let data31 = data26.patch_required;
if(typeof data31 !== "boolean"){
const err44 = {instancePath:instancePath+"/policy/patch_required",schemaPath:"#/properties/policy/properties/patch_required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema32.properties.policy.properties.patch_required.type,parentSchema:schema32.properties.policy.properties.patch_required,data:data31};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data26.allowed_formats !== undefined){
let data32 = data26.allowed_formats;
if(Array.isArray(data32)){
const len7 = data32.length;
for(let i7=0; i7<len7; i7++){
let data33 = data32[i7];
if(typeof data33 !== "string"){
const err45 = {instancePath:instancePath+"/policy/allowed_formats/" + i7,schemaPath:"#/properties/policy/properties/allowed_formats/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.policy.properties.allowed_formats.items.type,parentSchema:schema32.properties.policy.properties.allowed_formats.items,data:data33};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath:instancePath+"/policy/allowed_formats",schemaPath:"#/properties/policy/properties/allowed_formats/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema32.properties.policy.properties.allowed_formats.type,parentSchema:schema32.properties.policy.properties.allowed_formats,data:data32};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data26.forbid_binary_patches !== undefined){
let data34 = data26.forbid_binary_patches;
if(typeof data34 !== "boolean"){
const err47 = {instancePath:instancePath+"/policy/forbid_binary_patches",schemaPath:"#/properties/policy/properties/forbid_binary_patches/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema32.properties.policy.properties.forbid_binary_patches.type,parentSchema:schema32.properties.policy.properties.forbid_binary_patches,data:data34};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data26.forbid_touching_paths !== undefined){
if(!(validate101(data26.forbid_touching_paths, {instancePath:instancePath+"/policy/forbid_touching_paths",parentData:data26,parentDataProperty:"forbid_touching_paths",rootData}))){
vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
errors = vErrors.length;
}
}
if(data26.require_tests_for_paths !== undefined){
if(!(validate101(data26.require_tests_for_paths, {instancePath:instancePath+"/policy/require_tests_for_paths",parentData:data26,parentDataProperty:"require_tests_for_paths",rootData}))){
vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
errors = vErrors.length;
}
}
if(data26.require_issue_ref !== undefined){
let data37 = data26.require_issue_ref;
if(typeof data37 !== "boolean"){
const err48 = {instancePath:instancePath+"/policy/require_issue_ref",schemaPath:"#/properties/policy/properties/require_issue_ref/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema32.properties.policy.properties.require_issue_ref.type,parentSchema:schema32.properties.policy.properties.require_issue_ref,data:data37};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data26.min_reviewers !== undefined){
let data38 = data26.min_reviewers;
if(!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))){
const err49 = {instancePath:instancePath+"/policy/min_reviewers",schemaPath:"#/properties/policy/properties/min_reviewers/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema32.properties.policy.properties.min_reviewers.type,parentSchema:schema32.properties.policy.properties.min_reviewers,data:data38};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if((typeof data38 == "number") && (isFinite(data38))){
if(data38 < 0 || isNaN(data38)){
const err50 = {instancePath:instancePath+"/policy/min_reviewers",schemaPath:"#/properties/policy/properties/min_reviewers/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema32.properties.policy.properties.min_reviewers,data:data38};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
if(data26.oscillation_window !== undefined){
let data39 = data26.oscillation_window;
if(!(((typeof data39 == "number") && (!(data39 % 1) && !isNaN(data39))) && (isFinite(data39)))){
const err51 = {instancePath:instancePath+"/policy/oscillation_window",schemaPath:"#/properties/policy/properties/oscillation_window/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema32.properties.policy.properties.oscillation_window.type,parentSchema:schema32.properties.policy.properties.oscillation_window,data:data39};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if((typeof data39 == "number") && (isFinite(data39))){
if(data39 < 1 || isNaN(data39)){
const err52 = {instancePath:instancePath+"/policy/oscillation_window",schemaPath:"#/properties/policy/properties/oscillation_window/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema32.properties.policy.properties.oscillation_window,data:data39};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
if(data26.oscillation_threshold !== undefined){
let data40 = data26.oscillation_threshold;
if(!(((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40))) && (isFinite(data40)))){
const err53 = {instancePath:instancePath+"/policy/oscillation_threshold",schemaPath:"#/properties/policy/properties/oscillation_threshold/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema32.properties.policy.properties.oscillation_threshold.type,parentSchema:schema32.properties.policy.properties.oscillation_threshold,data:data40};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if((typeof data40 == "number") && (isFinite(data40))){
if(data40 < 1 || isNaN(data40)){
const err54 = {instancePath:instancePath+"/policy/oscillation_threshold",schemaPath:"#/properties/policy/properties/oscillation_threshold/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema32.properties.policy.properties.oscillation_threshold,data:data40};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
}
else {
const err55 = {instancePath:instancePath+"/policy",schemaPath:"#/properties/policy/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.properties.policy.type,parentSchema:schema32.properties.policy,data:data26};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data.patch_policy_ref !== undefined){
if(!(validate117(data.patch_policy_ref, {instancePath:instancePath+"/patch_policy_ref",parentData:data,parentDataProperty:"patch_policy_ref",rootData}))){
vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
errors = vErrors.length;
}
}
if(data.flags !== undefined){
let data42 = data.flags;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
for(const key4 in data42){
if(!(((((key4 === "patch_mode") || (key4 === "tools")) || (key4 === "workstreams")) || (key4 === "parallel_strategy")) || (key4 === "ulid_enabled"))){
const err56 = {instancePath:instancePath+"/flags",schemaPath:"#/properties/flags/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema32.properties.flags,data:data42};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data42.patch_mode !== undefined){
let data43 = data42.patch_mode;
if(typeof data43 !== "boolean"){
const err57 = {instancePath:instancePath+"/flags/patch_mode",schemaPath:"#/properties/flags/properties/patch_mode/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema32.properties.flags.properties.patch_mode.type,parentSchema:schema32.properties.flags.properties.patch_mode,data:data43};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data42.tools !== undefined){
let data44 = data42.tools;
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
if(Object.keys(data44).length > 100){
const err58 = {instancePath:instancePath+"/flags/tools",schemaPath:"#/properties/flags/properties/tools/maxProperties",keyword:"maxProperties",params:{limit: 100},message:"must NOT have more than 100 properties",schema:100,parentSchema:schema32.properties.flags.properties.tools,data:data44};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
for(const key5 in data44){
let data45 = data44[key5];
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
for(const key6 in data45){
if(!(key6 === "patch_mode")){
const err59 = {instancePath:instancePath+"/flags/tools/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/flags/properties/tools/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema32.properties.flags.properties.tools.additionalProperties,data:data45};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data45.patch_mode !== undefined){
let data46 = data45.patch_mode;
if(typeof data46 !== "boolean"){
const err60 = {instancePath:instancePath+"/flags/tools/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/patch_mode",schemaPath:"#/properties/flags/properties/tools/additionalProperties/properties/patch_mode/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema32.properties.flags.properties.tools.additionalProperties.properties.patch_mode.type,parentSchema:schema32.properties.flags.properties.tools.additionalProperties.properties.patch_mode,data:data46};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
else {
const err61 = {instancePath:instancePath+"/flags/tools/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/flags/properties/tools/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.properties.flags.properties.tools.additionalProperties.type,parentSchema:schema32.properties.flags.properties.tools.additionalProperties,data:data45};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
else {
const err62 = {instancePath:instancePath+"/flags/tools",schemaPath:"#/properties/flags/properties/tools/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.properties.flags.properties.tools.type,parentSchema:schema32.properties.flags.properties.tools,data:data44};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data42.workstreams !== undefined){
let data47 = data42.workstreams;
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
if(Object.keys(data47).length > 2000){
const err63 = {instancePath:instancePath+"/flags/workstreams",schemaPath:"#/properties/flags/properties/workstreams/maxProperties",keyword:"maxProperties",params:{limit: 2000},message:"must NOT have more than 2000 properties",schema:2000,parentSchema:schema32.properties.flags.properties.workstreams,data:data47};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
for(const key7 in data47){
let data48 = data47[key7];
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
for(const key8 in data48){
if(!((key8 === "patch_mode") || (key8 === "parallel"))){
const err64 = {instancePath:instancePath+"/flags/workstreams/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/flags/properties/workstreams/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema32.properties.flags.properties.workstreams.additionalProperties,data:data48};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data48.patch_mode !== undefined){
let data49 = data48.patch_mode;
if(typeof data49 !== "boolean"){
const err65 = {instancePath:instancePath+"/flags/workstreams/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/patch_mode",schemaPath:"#/properties/flags/properties/workstreams/additionalProperties/properties/patch_mode/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema32.properties.flags.properties.workstreams.additionalProperties.properties.patch_mode.type,parentSchema:schema32.properties.flags.properties.workstreams.additionalProperties.properties.patch_mode,data:data49};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data48.parallel !== undefined){
let data50 = data48.parallel;
if(typeof data50 !== "boolean"){
const err66 = {instancePath:instancePath+"/flags/workstreams/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/parallel",schemaPath:"#/properties/flags/properties/workstreams/additionalProperties/properties/parallel/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema32.properties.flags.properties.workstreams.additionalProperties.properties.parallel.type,parentSchema:schema32.properties.flags.properties.workstreams.additionalProperties.properties.parallel,data:data50};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
else {
const err67 = {instancePath:instancePath+"/flags/workstreams/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/flags/properties/workstreams/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.properties.flags.properties.workstreams.additionalProperties.type,parentSchema:schema32.properties.flags.properties.workstreams.additionalProperties,data:data48};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
else {
const err68 = {instancePath:instancePath+"/flags/workstreams",schemaPath:"#/properties/flags/properties/workstreams/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.properties.flags.properties.workstreams.type,parentSchema:schema32.properties.flags.properties.workstreams,data:data47};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data42.parallel_strategy !== undefined){
let data51 = data42.parallel_strategy;
if(!((data51 === "sequential") || (data51 === "dag"))){
const err69 = {instancePath:instancePath+"/flags/parallel_strategy",schemaPath:"#/properties/flags/properties/parallel_strategy/enum",keyword:"enum",params:{allowedValues: schema32.properties.flags.properties.parallel_strategy.enum},message:"must be equal to one of the allowed values",schema:schema32.properties.flags.properties.parallel_strategy.enum,parentSchema:schema32.properties.flags.properties.parallel_strategy,data:data51};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data42.ulid_enabled !== undefined){
let data52 = data42.ulid_enabled;
if(typeof data52 !== "boolean"){
const err70 = {instancePath:instancePath+"/flags/ulid_enabled",schemaPath:"#/properties/flags/properties/ulid_enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema32.properties.flags.properties.ulid_enabled.type,parentSchema:schema32.properties.flags.properties.ulid_enabled,data:data52};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
}
else {
const err71 = {instancePath:instancePath+"/flags",schemaPath:"#/properties/flags/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.properties.flags.type,parentSchema:schema32.properties.flags,data:data42};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
}
else {
const err72 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.type,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
validate97.errors = vErrors;
return errors === 0;
}

export const reviewV1 = validate119;
const schema39 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/patchbay/review.v1.json","title":"Review v1","description":"A question to a person, what it is about, and every decision on it.","type":"object","required":["schema","review_id","trigger","state","question","opened_at"],"additionalProperties":false,"properties":{"doc_id":{"description":"Annotation of the framework's documents; ignored.","type":"string"},"$schema":{"description":"For editors; ignored.","type":"string"},"schema":{"description":"Which format the document has.","const":"patchbay/review.v1"},"review_id":{"description":"Names the review.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"run_id":{"description":"The run it belongs to.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"phase_id":{"description":"The phase it belongs to.","type":["string","null"]},"workstream_id":{"description":"The workstream it belongs to.","type":["string","null"]},"task_id":{"description":"The task it belongs to.","type":["string","null"]},"trigger":{"description":"Why it was asked.","enum":["gate_failed","conflict","quarantined","budget","high_risk","reviewers_required","security_finding","question","human_task"]},"state":{"description":"Where it stands.","enum":["open","in_review","approved","rejected","adjusted","sent_back","expired","withdrawn"]},"question":{"description":"What the person is asked, in a sentence.","type":"string","minLength":1},"blocking":{"description":"False: nothing waits for the answer.","type":"boolean","default":true},"patch_id":{"description":"The patch it is about.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"gate_id":{"description":"The gate it is about.","type":["string","null"]},"base":{"description":"The commit on which the patch was seen.","type":["string","null"],"pattern":"^[0-9a-f]{40}$"},"findings":{"description":"What the rules say about the patch.","type":"array","items":{"description":"One finding.","type":"object","required":["rule","severity","message"],"additionalProperties":false,"properties":{"rule":{"description":"The rule that was broken.","type":"string","minLength":1},"severity":{"description":"How bad it is.","enum":["info","warning","error"]},"path":{"description":"The file.","type":"string"},"line":{"description":"The line in the new file, from 1; 0 is the file as a whole.","type":"integer","minimum":0},"message":{"description":"What is wrong.","type":"string","minLength":1},"advice":{"description":"What to do.","type":"string"},"hash":{"description":"What a waiver of it is bound to.","type":"string","pattern":"^[0-9a-f]{64}$"}}}},"opened_at":{"description":"When it was asked.","type":"string","format":"date-time"},"expires_at":{"description":"When it lapses without an answer; null is never.","type":["string","null"],"format":"date-time"},"closed_at":{"description":"When it was settled; null while it is not.","type":["string","null"],"format":"date-time"},"decisions":{"description":"What was decided, oldest first. A decision never changes.","type":"array","items":{"description":"One decision.","type":"object","required":["decision_id","verdict","by","at"],"additionalProperties":false,"properties":{"decision_id":{"description":"Names the decision; the same id again is the same decision.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"verdict":{"description":"What was decided.","enum":["approve","reject","adjust","send_back","withdraw","answer"]},"by":{"description":"Who decided.","type":"string","minLength":1},"at":{"description":"When.","type":"string","format":"date-time"},"why":{"description":"The reason, in the person's own words.","type":"string"},"patch_seen":{"description":"The patch that was seen; a decision on another one is stale.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"base_seen":{"description":"The base that was seen.","type":["string","null"],"pattern":"^[0-9a-f]{40}$"},"replacement_patch_id":{"description":"The patch that takes the place of the one seen.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"waived":{"description":"Hashes of findings that are accepted.","type":"array","items":{"description":"A finding's hash.","type":"string","pattern":"^[0-9a-f]{64}$"},"uniqueItems":true},"answer":{"description":"The answer to a tool's question.","type":"string"}}}}}};

function validate119(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/patchbay/review.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema"},message:"must have required property '"+"schema"+"'",schema:schema39.required,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.review_id === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "review_id"},message:"must have required property '"+"review_id"+"'",schema:schema39.required,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.trigger === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "trigger"},message:"must have required property '"+"trigger"+"'",schema:schema39.required,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.state === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "state"},message:"must have required property '"+"state"+"'",schema:schema39.required,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.question === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "question"},message:"must have required property '"+"question"+"'",schema:schema39.required,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.opened_at === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "opened_at"},message:"must have required property '"+"opened_at"+"'",schema:schema39.required,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema39.properties, key0))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err7 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.doc_id.type,parentSchema:schema39.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.$schema !== undefined){
let data1 = data.$schema;
if(typeof data1 !== "string"){
const err8 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.$schema.type,parentSchema:schema39.properties.$schema,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.schema !== undefined){
let data2 = data.schema;
if("patchbay/review.v1" !== data2){
const err9 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/const",keyword:"const",params:{allowedValue: "patchbay/review.v1"},message:"must be equal to constant",schema:"patchbay/review.v1",parentSchema:schema39.properties.schema,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.review_id !== undefined){
let data3 = data.review_id;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err10 = {instancePath:instancePath+"/review_id",schemaPath:"#/properties/review_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema39.properties.review_id,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/review_id",schemaPath:"#/properties/review_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.review_id.type,parentSchema:schema39.properties.review_id,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.run_id !== undefined){
let data4 = data.run_id;
if((typeof data4 !== "string") && (data4 !== null)){
const err12 = {instancePath:instancePath+"/run_id",schemaPath:"#/properties/run_id/type",keyword:"type",params:{type: schema39.properties.run_id.type},message:"must be string,null",schema:schema39.properties.run_id.type,parentSchema:schema39.properties.run_id,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(typeof data4 === "string"){
if(!pattern0.test(data4)){
const err13 = {instancePath:instancePath+"/run_id",schemaPath:"#/properties/run_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema39.properties.run_id,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data.phase_id !== undefined){
let data5 = data.phase_id;
if((typeof data5 !== "string") && (data5 !== null)){
const err14 = {instancePath:instancePath+"/phase_id",schemaPath:"#/properties/phase_id/type",keyword:"type",params:{type: schema39.properties.phase_id.type},message:"must be string,null",schema:schema39.properties.phase_id.type,parentSchema:schema39.properties.phase_id,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.workstream_id !== undefined){
let data6 = data.workstream_id;
if((typeof data6 !== "string") && (data6 !== null)){
const err15 = {instancePath:instancePath+"/workstream_id",schemaPath:"#/properties/workstream_id/type",keyword:"type",params:{type: schema39.properties.workstream_id.type},message:"must be string,null",schema:schema39.properties.workstream_id.type,parentSchema:schema39.properties.workstream_id,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.task_id !== undefined){
let data7 = data.task_id;
if((typeof data7 !== "string") && (data7 !== null)){
const err16 = {instancePath:instancePath+"/task_id",schemaPath:"#/properties/task_id/type",keyword:"type",params:{type: schema39.properties.task_id.type},message:"must be string,null",schema:schema39.properties.task_id.type,parentSchema:schema39.properties.task_id,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.trigger !== undefined){
let data8 = data.trigger;
if(!(((((((((data8 === "gate_failed") || (data8 === "conflict")) || (data8 === "quarantined")) || (data8 === "budget")) || (data8 === "high_risk")) || (data8 === "reviewers_required")) || (data8 === "security_finding")) || (data8 === "question")) || (data8 === "human_task"))){
const err17 = {instancePath:instancePath+"/trigger",schemaPath:"#/properties/trigger/enum",keyword:"enum",params:{allowedValues: schema39.properties.trigger.enum},message:"must be equal to one of the allowed values",schema:schema39.properties.trigger.enum,parentSchema:schema39.properties.trigger,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.state !== undefined){
let data9 = data.state;
if(!((((((((data9 === "open") || (data9 === "in_review")) || (data9 === "approved")) || (data9 === "rejected")) || (data9 === "adjusted")) || (data9 === "sent_back")) || (data9 === "expired")) || (data9 === "withdrawn"))){
const err18 = {instancePath:instancePath+"/state",schemaPath:"#/properties/state/enum",keyword:"enum",params:{allowedValues: schema39.properties.state.enum},message:"must be equal to one of the allowed values",schema:schema39.properties.state.enum,parentSchema:schema39.properties.state,data:data9};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.question !== undefined){
let data10 = data.question;
if(typeof data10 === "string"){
if(func3(data10) < 1){
const err19 = {instancePath:instancePath+"/question",schemaPath:"#/properties/question/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema39.properties.question,data:data10};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/question",schemaPath:"#/properties/question/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.question.type,parentSchema:schema39.properties.question,data:data10};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.blocking !== undefined){
let data11 = data.blocking;
if(typeof data11 !== "boolean"){
const err21 = {instancePath:instancePath+"/blocking",schemaPath:"#/properties/blocking/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema39.properties.blocking.type,parentSchema:schema39.properties.blocking,data:data11};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.patch_id !== undefined){
let data12 = data.patch_id;
if((typeof data12 !== "string") && (data12 !== null)){
const err22 = {instancePath:instancePath+"/patch_id",schemaPath:"#/properties/patch_id/type",keyword:"type",params:{type: schema39.properties.patch_id.type},message:"must be string,null",schema:schema39.properties.patch_id.type,parentSchema:schema39.properties.patch_id,data:data12};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(typeof data12 === "string"){
if(!pattern0.test(data12)){
const err23 = {instancePath:instancePath+"/patch_id",schemaPath:"#/properties/patch_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema39.properties.patch_id,data:data12};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
if(data.gate_id !== undefined){
let data13 = data.gate_id;
if((typeof data13 !== "string") && (data13 !== null)){
const err24 = {instancePath:instancePath+"/gate_id",schemaPath:"#/properties/gate_id/type",keyword:"type",params:{type: schema39.properties.gate_id.type},message:"must be string,null",schema:schema39.properties.gate_id.type,parentSchema:schema39.properties.gate_id,data:data13};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.base !== undefined){
let data14 = data.base;
if((typeof data14 !== "string") && (data14 !== null)){
const err25 = {instancePath:instancePath+"/base",schemaPath:"#/properties/base/type",keyword:"type",params:{type: schema39.properties.base.type},message:"must be string,null",schema:schema39.properties.base.type,parentSchema:schema39.properties.base,data:data14};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(typeof data14 === "string"){
if(!pattern3.test(data14)){
const err26 = {instancePath:instancePath+"/base",schemaPath:"#/properties/base/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{40}$"},message:"must match pattern \""+"^[0-9a-f]{40}$"+"\"",schema:"^[0-9a-f]{40}$",parentSchema:schema39.properties.base,data:data14};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
if(data.findings !== undefined){
let data15 = data.findings;
if(Array.isArray(data15)){
const len0 = data15.length;
for(let i0=0; i0<len0; i0++){
let data16 = data15[i0];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.rule === undefined){
const err27 = {instancePath:instancePath+"/findings/" + i0,schemaPath:"#/properties/findings/items/required",keyword:"required",params:{missingProperty: "rule"},message:"must have required property '"+"rule"+"'",schema:schema39.properties.findings.items.required,parentSchema:schema39.properties.findings.items,data:data16};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data16.severity === undefined){
const err28 = {instancePath:instancePath+"/findings/" + i0,schemaPath:"#/properties/findings/items/required",keyword:"required",params:{missingProperty: "severity"},message:"must have required property '"+"severity"+"'",schema:schema39.properties.findings.items.required,parentSchema:schema39.properties.findings.items,data:data16};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data16.message === undefined){
const err29 = {instancePath:instancePath+"/findings/" + i0,schemaPath:"#/properties/findings/items/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'",schema:schema39.properties.findings.items.required,parentSchema:schema39.properties.findings.items,data:data16};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
for(const key1 in data16){
if(!(((((((key1 === "rule") || (key1 === "severity")) || (key1 === "path")) || (key1 === "line")) || (key1 === "message")) || (key1 === "advice")) || (key1 === "hash"))){
const err30 = {instancePath:instancePath+"/findings/" + i0,schemaPath:"#/properties/findings/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema39.properties.findings.items,data:data16};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data16.rule !== undefined){
let data17 = data16.rule;
if(typeof data17 === "string"){
if(func3(data17) < 1){
const err31 = {instancePath:instancePath+"/findings/" + i0+"/rule",schemaPath:"#/properties/findings/items/properties/rule/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema39.properties.findings.items.properties.rule,data:data17};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/findings/" + i0+"/rule",schemaPath:"#/properties/findings/items/properties/rule/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.findings.items.properties.rule.type,parentSchema:schema39.properties.findings.items.properties.rule,data:data17};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data16.severity !== undefined){
let data18 = data16.severity;
if(!(((data18 === "info") || (data18 === "warning")) || (data18 === "error"))){
const err33 = {instancePath:instancePath+"/findings/" + i0+"/severity",schemaPath:"#/properties/findings/items/properties/severity/enum",keyword:"enum",params:{allowedValues: schema39.properties.findings.items.properties.severity.enum},message:"must be equal to one of the allowed values",schema:schema39.properties.findings.items.properties.severity.enum,parentSchema:schema39.properties.findings.items.properties.severity,data:data18};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data16.path !== undefined){
let data19 = data16.path;
if(typeof data19 !== "string"){
const err34 = {instancePath:instancePath+"/findings/" + i0+"/path",schemaPath:"#/properties/findings/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.findings.items.properties.path.type,parentSchema:schema39.properties.findings.items.properties.path,data:data19};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data16.line !== undefined){
let data20 = data16.line;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err35 = {instancePath:instancePath+"/findings/" + i0+"/line",schemaPath:"#/properties/findings/items/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema39.properties.findings.items.properties.line.type,parentSchema:schema39.properties.findings.items.properties.line,data:data20};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 0 || isNaN(data20)){
const err36 = {instancePath:instancePath+"/findings/" + i0+"/line",schemaPath:"#/properties/findings/items/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema39.properties.findings.items.properties.line,data:data20};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
if(data16.message !== undefined){
let data21 = data16.message;
if(typeof data21 === "string"){
if(func3(data21) < 1){
const err37 = {instancePath:instancePath+"/findings/" + i0+"/message",schemaPath:"#/properties/findings/items/properties/message/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema39.properties.findings.items.properties.message,data:data21};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/findings/" + i0+"/message",schemaPath:"#/properties/findings/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.findings.items.properties.message.type,parentSchema:schema39.properties.findings.items.properties.message,data:data21};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data16.advice !== undefined){
let data22 = data16.advice;
if(typeof data22 !== "string"){
const err39 = {instancePath:instancePath+"/findings/" + i0+"/advice",schemaPath:"#/properties/findings/items/properties/advice/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.findings.items.properties.advice.type,parentSchema:schema39.properties.findings.items.properties.advice,data:data22};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data16.hash !== undefined){
let data23 = data16.hash;
if(typeof data23 === "string"){
if(!pattern4.test(data23)){
const err40 = {instancePath:instancePath+"/findings/" + i0+"/hash",schemaPath:"#/properties/findings/items/properties/hash/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema39.properties.findings.items.properties.hash,data:data23};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/findings/" + i0+"/hash",schemaPath:"#/properties/findings/items/properties/hash/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.findings.items.properties.hash.type,parentSchema:schema39.properties.findings.items.properties.hash,data:data23};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/findings/" + i0,schemaPath:"#/properties/findings/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema39.properties.findings.items.type,parentSchema:schema39.properties.findings.items,data:data16};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/findings",schemaPath:"#/properties/findings/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema39.properties.findings.type,parentSchema:schema39.properties.findings,data:data15};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.opened_at !== undefined){
let data24 = data.opened_at;
if(typeof data24 === "string"){
if(!(formats0.test(data24))){
const err44 = {instancePath:instancePath+"/opened_at",schemaPath:"#/properties/opened_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema39.properties.opened_at,data:data24};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/opened_at",schemaPath:"#/properties/opened_at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.opened_at.type,parentSchema:schema39.properties.opened_at,data:data24};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.expires_at !== undefined){
let data25 = data.expires_at;
if((typeof data25 !== "string") && (data25 !== null)){
const err46 = {instancePath:instancePath+"/expires_at",schemaPath:"#/properties/expires_at/type",keyword:"type",params:{type: schema39.properties.expires_at.type},message:"must be string,null",schema:schema39.properties.expires_at.type,parentSchema:schema39.properties.expires_at,data:data25};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(typeof data25 === "string"){
if(!(formats0.test(data25))){
const err47 = {instancePath:instancePath+"/expires_at",schemaPath:"#/properties/expires_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema39.properties.expires_at,data:data25};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
if(data.closed_at !== undefined){
let data26 = data.closed_at;
if((typeof data26 !== "string") && (data26 !== null)){
const err48 = {instancePath:instancePath+"/closed_at",schemaPath:"#/properties/closed_at/type",keyword:"type",params:{type: schema39.properties.closed_at.type},message:"must be string,null",schema:schema39.properties.closed_at.type,parentSchema:schema39.properties.closed_at,data:data26};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(typeof data26 === "string"){
if(!(formats0.test(data26))){
const err49 = {instancePath:instancePath+"/closed_at",schemaPath:"#/properties/closed_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema39.properties.closed_at,data:data26};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
if(data.decisions !== undefined){
let data27 = data.decisions;
if(Array.isArray(data27)){
const len1 = data27.length;
for(let i1=0; i1<len1; i1++){
let data28 = data27[i1];
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(data28.decision_id === undefined){
const err50 = {instancePath:instancePath+"/decisions/" + i1,schemaPath:"#/properties/decisions/items/required",keyword:"required",params:{missingProperty: "decision_id"},message:"must have required property '"+"decision_id"+"'",schema:schema39.properties.decisions.items.required,parentSchema:schema39.properties.decisions.items,data:data28};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data28.verdict === undefined){
const err51 = {instancePath:instancePath+"/decisions/" + i1,schemaPath:"#/properties/decisions/items/required",keyword:"required",params:{missingProperty: "verdict"},message:"must have required property '"+"verdict"+"'",schema:schema39.properties.decisions.items.required,parentSchema:schema39.properties.decisions.items,data:data28};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(data28.by === undefined){
const err52 = {instancePath:instancePath+"/decisions/" + i1,schemaPath:"#/properties/decisions/items/required",keyword:"required",params:{missingProperty: "by"},message:"must have required property '"+"by"+"'",schema:schema39.properties.decisions.items.required,parentSchema:schema39.properties.decisions.items,data:data28};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data28.at === undefined){
const err53 = {instancePath:instancePath+"/decisions/" + i1,schemaPath:"#/properties/decisions/items/required",keyword:"required",params:{missingProperty: "at"},message:"must have required property '"+"at"+"'",schema:schema39.properties.decisions.items.required,parentSchema:schema39.properties.decisions.items,data:data28};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
for(const key2 in data28){
if(!(func2.call(schema39.properties.decisions.items.properties, key2))){
const err54 = {instancePath:instancePath+"/decisions/" + i1,schemaPath:"#/properties/decisions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema39.properties.decisions.items,data:data28};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data28.decision_id !== undefined){
let data29 = data28.decision_id;
if(typeof data29 === "string"){
if(!pattern0.test(data29)){
const err55 = {instancePath:instancePath+"/decisions/" + i1+"/decision_id",schemaPath:"#/properties/decisions/items/properties/decision_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema39.properties.decisions.items.properties.decision_id,data:data29};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
else {
const err56 = {instancePath:instancePath+"/decisions/" + i1+"/decision_id",schemaPath:"#/properties/decisions/items/properties/decision_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.decisions.items.properties.decision_id.type,parentSchema:schema39.properties.decisions.items.properties.decision_id,data:data29};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data28.verdict !== undefined){
let data30 = data28.verdict;
if(!((((((data30 === "approve") || (data30 === "reject")) || (data30 === "adjust")) || (data30 === "send_back")) || (data30 === "withdraw")) || (data30 === "answer"))){
const err57 = {instancePath:instancePath+"/decisions/" + i1+"/verdict",schemaPath:"#/properties/decisions/items/properties/verdict/enum",keyword:"enum",params:{allowedValues: schema39.properties.decisions.items.properties.verdict.enum},message:"must be equal to one of the allowed values",schema:schema39.properties.decisions.items.properties.verdict.enum,parentSchema:schema39.properties.decisions.items.properties.verdict,data:data30};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data28.by !== undefined){
let data31 = data28.by;
if(typeof data31 === "string"){
if(func3(data31) < 1){
const err58 = {instancePath:instancePath+"/decisions/" + i1+"/by",schemaPath:"#/properties/decisions/items/properties/by/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema39.properties.decisions.items.properties.by,data:data31};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/decisions/" + i1+"/by",schemaPath:"#/properties/decisions/items/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.decisions.items.properties.by.type,parentSchema:schema39.properties.decisions.items.properties.by,data:data31};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data28.at !== undefined){
let data32 = data28.at;
if(typeof data32 === "string"){
if(!(formats0.test(data32))){
const err60 = {instancePath:instancePath+"/decisions/" + i1+"/at",schemaPath:"#/properties/decisions/items/properties/at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema39.properties.decisions.items.properties.at,data:data32};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
else {
const err61 = {instancePath:instancePath+"/decisions/" + i1+"/at",schemaPath:"#/properties/decisions/items/properties/at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.decisions.items.properties.at.type,parentSchema:schema39.properties.decisions.items.properties.at,data:data32};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data28.why !== undefined){
let data33 = data28.why;
if(typeof data33 !== "string"){
const err62 = {instancePath:instancePath+"/decisions/" + i1+"/why",schemaPath:"#/properties/decisions/items/properties/why/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.decisions.items.properties.why.type,parentSchema:schema39.properties.decisions.items.properties.why,data:data33};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data28.patch_seen !== undefined){
let data34 = data28.patch_seen;
if((typeof data34 !== "string") && (data34 !== null)){
const err63 = {instancePath:instancePath+"/decisions/" + i1+"/patch_seen",schemaPath:"#/properties/decisions/items/properties/patch_seen/type",keyword:"type",params:{type: schema39.properties.decisions.items.properties.patch_seen.type},message:"must be string,null",schema:schema39.properties.decisions.items.properties.patch_seen.type,parentSchema:schema39.properties.decisions.items.properties.patch_seen,data:data34};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(typeof data34 === "string"){
if(!pattern0.test(data34)){
const err64 = {instancePath:instancePath+"/decisions/" + i1+"/patch_seen",schemaPath:"#/properties/decisions/items/properties/patch_seen/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema39.properties.decisions.items.properties.patch_seen,data:data34};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
if(data28.base_seen !== undefined){
let data35 = data28.base_seen;
if((typeof data35 !== "string") && (data35 !== null)){
const err65 = {instancePath:instancePath+"/decisions/" + i1+"/base_seen",schemaPath:"#/properties/decisions/items/properties/base_seen/type",keyword:"type",params:{type: schema39.properties.decisions.items.properties.base_seen.type},message:"must be string,null",schema:schema39.properties.decisions.items.properties.base_seen.type,parentSchema:schema39.properties.decisions.items.properties.base_seen,data:data35};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(typeof data35 === "string"){
if(!pattern3.test(data35)){
const err66 = {instancePath:instancePath+"/decisions/" + i1+"/base_seen",schemaPath:"#/properties/decisions/items/properties/base_seen/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{40}$"},message:"must match pattern \""+"^[0-9a-f]{40}$"+"\"",schema:"^[0-9a-f]{40}$",parentSchema:schema39.properties.decisions.items.properties.base_seen,data:data35};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
if(data28.replacement_patch_id !== undefined){
let data36 = data28.replacement_patch_id;
if((typeof data36 !== "string") && (data36 !== null)){
const err67 = {instancePath:instancePath+"/decisions/" + i1+"/replacement_patch_id",schemaPath:"#/properties/decisions/items/properties/replacement_patch_id/type",keyword:"type",params:{type: schema39.properties.decisions.items.properties.replacement_patch_id.type},message:"must be string,null",schema:schema39.properties.decisions.items.properties.replacement_patch_id.type,parentSchema:schema39.properties.decisions.items.properties.replacement_patch_id,data:data36};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(typeof data36 === "string"){
if(!pattern0.test(data36)){
const err68 = {instancePath:instancePath+"/decisions/" + i1+"/replacement_patch_id",schemaPath:"#/properties/decisions/items/properties/replacement_patch_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema39.properties.decisions.items.properties.replacement_patch_id,data:data36};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
if(data28.waived !== undefined){
let data37 = data28.waived;
if(Array.isArray(data37)){
const len2 = data37.length;
for(let i2=0; i2<len2; i2++){
let data38 = data37[i2];
if(typeof data38 === "string"){
if(!pattern4.test(data38)){
const err69 = {instancePath:instancePath+"/decisions/" + i1+"/waived/" + i2,schemaPath:"#/properties/decisions/items/properties/waived/items/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema39.properties.decisions.items.properties.waived.items,data:data38};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
else {
const err70 = {instancePath:instancePath+"/decisions/" + i1+"/waived/" + i2,schemaPath:"#/properties/decisions/items/properties/waived/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.decisions.items.properties.waived.items.type,parentSchema:schema39.properties.decisions.items.properties.waived.items,data:data38};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
let i3 = data37.length;
let j0;
if(i3 > 1){
const indices0 = {};
for(;i3--;){
let item0 = data37[i3];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err71 = {instancePath:instancePath+"/decisions/" + i1+"/waived",schemaPath:"#/properties/decisions/items/properties/waived/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i3+" are identical)",schema:true,parentSchema:schema39.properties.decisions.items.properties.waived,data:data37};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
break;
}
indices0[item0] = i3;
}
}
}
else {
const err72 = {instancePath:instancePath+"/decisions/" + i1+"/waived",schemaPath:"#/properties/decisions/items/properties/waived/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema39.properties.decisions.items.properties.waived.type,parentSchema:schema39.properties.decisions.items.properties.waived,data:data37};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data28.answer !== undefined){
let data39 = data28.answer;
if(typeof data39 !== "string"){
const err73 = {instancePath:instancePath+"/decisions/" + i1+"/answer",schemaPath:"#/properties/decisions/items/properties/answer/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.decisions.items.properties.answer.type,parentSchema:schema39.properties.decisions.items.properties.answer,data:data39};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
else {
const err74 = {instancePath:instancePath+"/decisions/" + i1,schemaPath:"#/properties/decisions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema39.properties.decisions.items.type,parentSchema:schema39.properties.decisions.items,data:data28};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
else {
const err75 = {instancePath:instancePath+"/decisions",schemaPath:"#/properties/decisions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema39.properties.decisions.type,parentSchema:schema39.properties.decisions,data:data27};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
else {
const err76 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema39.type,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
validate119.errors = vErrors;
return errors === 0;
}

export const toolProfileV1 = validate120;
const schema40 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/patchbay/tool_profile.v1.json","title":"ToolProfile v1","description":"How a tool is started, what it can do, and how much of it may be used.","type":"object","required":["schema","tool_id","adapter"],"additionalProperties":false,"properties":{"doc_id":{"description":"Annotation of the framework's documents; ignored.","type":"string"},"$schema":{"description":"For editors; ignored.","type":"string"},"schema":{"description":"Which format the document has.","const":"patchbay/tool_profile.v1"},"tool_id":{"description":"Names the tool in plans and rules.","type":"string","minLength":1},"name":{"description":"What people read.","type":"string"},"adapter":{"description":"What translates between Patchbay and the tool, for example `command`.","type":"string","minLength":1},"command":{"description":"Program and arguments; the adapter knows its own where there is none.","type":"array","items":{"description":"A word of it.","type":"string"},"minItems":1},"capabilities":{"description":"What it can do.","type":"object","additionalProperties":false,"properties":{"task_kinds":{"description":"The sorts of work it takes; all where there is no list.","type":"array","items":{"description":"A kind.","type":"string","minLength":1},"uniqueItems":true},"domains":{"description":"The fields it takes work from.","type":"array","items":{"description":"A field.","type":"string","minLength":1},"uniqueItems":true},"modes":{"description":"How it can be used.","type":"array","items":{"type":"string","enum":["prompt","patch_review","patch_apply_validate"]},"uniqueItems":true},"context_tokens":{"description":"How much it can read at once.","type":"integer","minimum":1}}},"safety_tier":{"description":"How far it is trusted.","enum":["low","medium","high"]},"patch_mode":{"description":"False: what it does is committed without a patch, and marked as unprotected.","type":"boolean"},"max_workers":{"description":"The most starts of it at the same time.","type":"integer","minimum":1,"maximum":64},"limits":{"description":"What one start of it may use.","type":"object","additionalProperties":false,"properties":{"max_runtime_seconds":{"description":"Time.","type":"integer","minimum":1,"maximum":604800},"idle_seconds":{"description":"Time without a word.","type":"integer","minimum":1,"maximum":604800},"max_output_bytes":{"description":"Output that is kept.","type":"integer","minimum":1},"max_cost_usd":{"description":"Money.","type":"number","minimum":0}}},"is_interactive_cli":{"description":"True: by itself it asks questions at a terminal.","type":"boolean"},"non_interactive_policy":{"description":"What happens when it asks.","enum":["fail_if_prompted","answer_by_review"]},"success":{"description":"When it has done its work.","type":"object","required":["exit"],"additionalProperties":false,"properties":{"exit":{"description":"Exit codes that mean so.","type":"array","items":{"type":"integer","minimum":0,"maximum":255},"minItems":1,"uniqueItems":true}}},"litter":{"description":"Files it leaves that are never part of a patch, as globs.","type":"array","items":{"$ref":"https://patchbay.dev/schema/patchbay/plan.v1.json#/definitions/glob"}},"env":{"$ref":"https://patchbay.dev/schema/patchbay/plan.v1.json#/definitions/env"},"breaker":{"description":"When it is left alone for a while.","type":"object","additionalProperties":false,"properties":{"failures":{"description":"After so many failures in a row.","type":"integer","minimum":1},"cooldown_seconds":{"description":"For so long.","type":"integer","minimum":1},"probes":{"description":"So many starts are then tried.","type":"integer","minimum":1}}},"rate_limit":{"description":"How often it may be called.","type":"object","additionalProperties":false,"properties":{"requests_per_minute":{"description":"Calls.","type":"integer","minimum":1},"tokens_per_minute":{"description":"Tokens.","type":"integer","minimum":1}}}}};

function validate121(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(func3(data) < 1){
const err0 = {instancePath,schemaPath:"#/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!pattern28.test(data)){
const err1 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^(?!/)(?![A-Za-z]:)(?!(?:.*/)?\\.\\.(?:/|$))[^\\\\]*$"},message:"must match pattern \""+"^(?!/)(?![A-Za-z]:)(?!(?:.*/)?\\.\\.(?:/|$))[^\\\\]*$"+"\"",schema:"^(?!/)(?![A-Za-z]:)(?!(?:.*/)?\\.\\.(?:/|$))[^\\\\]*$",parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.type,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate121.errors = vErrors;
return errors === 0;
}


function validate123(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
let data0 = data[key0];
if(typeof data0 !== "string"){
const err0 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema14.additionalProperties.type,parentSchema:schema14.additionalProperties,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema14.type,parentSchema:schema14,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate123.errors = vErrors;
return errors === 0;
}


function validate120(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/patchbay/tool_profile.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema"},message:"must have required property '"+"schema"+"'",schema:schema40.required,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.tool_id === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tool_id"},message:"must have required property '"+"tool_id"+"'",schema:schema40.required,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.adapter === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "adapter"},message:"must have required property '"+"adapter"+"'",schema:schema40.required,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema40.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.properties.doc_id.type,parentSchema:schema40.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.$schema !== undefined){
let data1 = data.$schema;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.properties.$schema.type,parentSchema:schema40.properties.$schema,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.schema !== undefined){
let data2 = data.schema;
if("patchbay/tool_profile.v1" !== data2){
const err6 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/const",keyword:"const",params:{allowedValue: "patchbay/tool_profile.v1"},message:"must be equal to constant",schema:"patchbay/tool_profile.v1",parentSchema:schema40.properties.schema,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.tool_id !== undefined){
let data3 = data.tool_id;
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err7 = {instancePath:instancePath+"/tool_id",schemaPath:"#/properties/tool_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema40.properties.tool_id,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/tool_id",schemaPath:"#/properties/tool_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.properties.tool_id.type,parentSchema:schema40.properties.tool_id,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.name !== undefined){
let data4 = data.name;
if(typeof data4 !== "string"){
const err9 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.properties.name.type,parentSchema:schema40.properties.name,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.adapter !== undefined){
let data5 = data.adapter;
if(typeof data5 === "string"){
if(func3(data5) < 1){
const err10 = {instancePath:instancePath+"/adapter",schemaPath:"#/properties/adapter/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema40.properties.adapter,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/adapter",schemaPath:"#/properties/adapter/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.properties.adapter.type,parentSchema:schema40.properties.adapter,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.command !== undefined){
let data6 = data.command;
if(Array.isArray(data6)){
if(data6.length < 1){
const err12 = {instancePath:instancePath+"/command",schemaPath:"#/properties/command/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema40.properties.command,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
if(typeof data7 !== "string"){
const err13 = {instancePath:instancePath+"/command/" + i0,schemaPath:"#/properties/command/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.properties.command.items.type,parentSchema:schema40.properties.command.items,data:data7};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/command",schemaPath:"#/properties/command/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema40.properties.command.type,parentSchema:schema40.properties.command,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.capabilities !== undefined){
let data8 = data.capabilities;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key1 in data8){
if(!((((key1 === "task_kinds") || (key1 === "domains")) || (key1 === "modes")) || (key1 === "context_tokens"))){
const err15 = {instancePath:instancePath+"/capabilities",schemaPath:"#/properties/capabilities/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema40.properties.capabilities,data:data8};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data8.task_kinds !== undefined){
let data9 = data8.task_kinds;
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
if(typeof data10 === "string"){
if(func3(data10) < 1){
const err16 = {instancePath:instancePath+"/capabilities/task_kinds/" + i1,schemaPath:"#/properties/capabilities/properties/task_kinds/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema40.properties.capabilities.properties.task_kinds.items,data:data10};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/capabilities/task_kinds/" + i1,schemaPath:"#/properties/capabilities/properties/task_kinds/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.properties.capabilities.properties.task_kinds.items.type,parentSchema:schema40.properties.capabilities.properties.task_kinds.items,data:data10};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
let i2 = data9.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data9[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err18 = {instancePath:instancePath+"/capabilities/task_kinds",schemaPath:"#/properties/capabilities/properties/task_kinds/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i2+" are identical)",schema:true,parentSchema:schema40.properties.capabilities.properties.task_kinds,data:data9};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
break;
}
indices0[item0] = i2;
}
}
}
else {
const err19 = {instancePath:instancePath+"/capabilities/task_kinds",schemaPath:"#/properties/capabilities/properties/task_kinds/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema40.properties.capabilities.properties.task_kinds.type,parentSchema:schema40.properties.capabilities.properties.task_kinds,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data8.domains !== undefined){
let data11 = data8.domains;
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i3=0; i3<len2; i3++){
let data12 = data11[i3];
if(typeof data12 === "string"){
if(func3(data12) < 1){
const err20 = {instancePath:instancePath+"/capabilities/domains/" + i3,schemaPath:"#/properties/capabilities/properties/domains/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema40.properties.capabilities.properties.domains.items,data:data12};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/capabilities/domains/" + i3,schemaPath:"#/properties/capabilities/properties/domains/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.properties.capabilities.properties.domains.items.type,parentSchema:schema40.properties.capabilities.properties.domains.items,data:data12};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
let i4 = data11.length;
let j1;
if(i4 > 1){
const indices1 = {};
for(;i4--;){
let item1 = data11[i4];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err22 = {instancePath:instancePath+"/capabilities/domains",schemaPath:"#/properties/capabilities/properties/domains/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i4+" are identical)",schema:true,parentSchema:schema40.properties.capabilities.properties.domains,data:data11};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
break;
}
indices1[item1] = i4;
}
}
}
else {
const err23 = {instancePath:instancePath+"/capabilities/domains",schemaPath:"#/properties/capabilities/properties/domains/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema40.properties.capabilities.properties.domains.type,parentSchema:schema40.properties.capabilities.properties.domains,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data8.modes !== undefined){
let data13 = data8.modes;
if(Array.isArray(data13)){
const len3 = data13.length;
for(let i5=0; i5<len3; i5++){
let data14 = data13[i5];
if(typeof data14 !== "string"){
const err24 = {instancePath:instancePath+"/capabilities/modes/" + i5,schemaPath:"#/properties/capabilities/properties/modes/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.properties.capabilities.properties.modes.items.type,parentSchema:schema40.properties.capabilities.properties.modes.items,data:data14};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!(((data14 === "prompt") || (data14 === "patch_review")) || (data14 === "patch_apply_validate"))){
const err25 = {instancePath:instancePath+"/capabilities/modes/" + i5,schemaPath:"#/properties/capabilities/properties/modes/items/enum",keyword:"enum",params:{allowedValues: schema40.properties.capabilities.properties.modes.items.enum},message:"must be equal to one of the allowed values",schema:schema40.properties.capabilities.properties.modes.items.enum,parentSchema:schema40.properties.capabilities.properties.modes.items,data:data14};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
let i6 = data13.length;
let j2;
if(i6 > 1){
const indices2 = {};
for(;i6--;){
let item2 = data13[i6];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err26 = {instancePath:instancePath+"/capabilities/modes",schemaPath:"#/properties/capabilities/properties/modes/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i6+" are identical)",schema:true,parentSchema:schema40.properties.capabilities.properties.modes,data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
break;
}
indices2[item2] = i6;
}
}
}
else {
const err27 = {instancePath:instancePath+"/capabilities/modes",schemaPath:"#/properties/capabilities/properties/modes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema40.properties.capabilities.properties.modes.type,parentSchema:schema40.properties.capabilities.properties.modes,data:data13};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data8.context_tokens !== undefined){
let data15 = data8.context_tokens;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err28 = {instancePath:instancePath+"/capabilities/context_tokens",schemaPath:"#/properties/capabilities/properties/context_tokens/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema40.properties.capabilities.properties.context_tokens.type,parentSchema:schema40.properties.capabilities.properties.context_tokens,data:data15};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 1 || isNaN(data15)){
const err29 = {instancePath:instancePath+"/capabilities/context_tokens",schemaPath:"#/properties/capabilities/properties/context_tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema40.properties.capabilities.properties.context_tokens,data:data15};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
}
else {
const err30 = {instancePath:instancePath+"/capabilities",schemaPath:"#/properties/capabilities/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema40.properties.capabilities.type,parentSchema:schema40.properties.capabilities,data:data8};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.safety_tier !== undefined){
let data16 = data.safety_tier;
if(!(((data16 === "low") || (data16 === "medium")) || (data16 === "high"))){
const err31 = {instancePath:instancePath+"/safety_tier",schemaPath:"#/properties/safety_tier/enum",keyword:"enum",params:{allowedValues: schema40.properties.safety_tier.enum},message:"must be equal to one of the allowed values",schema:schema40.properties.safety_tier.enum,parentSchema:schema40.properties.safety_tier,data:data16};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.patch_mode !== undefined){
let data17 = data.patch_mode;
if(typeof data17 !== "boolean"){
const err32 = {instancePath:instancePath+"/patch_mode",schemaPath:"#/properties/patch_mode/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema40.properties.patch_mode.type,parentSchema:schema40.properties.patch_mode,data:data17};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.max_workers !== undefined){
let data18 = data.max_workers;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err33 = {instancePath:instancePath+"/max_workers",schemaPath:"#/properties/max_workers/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema40.properties.max_workers.type,parentSchema:schema40.properties.max_workers,data:data18};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 64 || isNaN(data18)){
const err34 = {instancePath:instancePath+"/max_workers",schemaPath:"#/properties/max_workers/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64},message:"must be <= 64",schema:64,parentSchema:schema40.properties.max_workers,data:data18};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data18 < 1 || isNaN(data18)){
const err35 = {instancePath:instancePath+"/max_workers",schemaPath:"#/properties/max_workers/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema40.properties.max_workers,data:data18};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
if(data.limits !== undefined){
let data19 = data.limits;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
for(const key2 in data19){
if(!((((key2 === "max_runtime_seconds") || (key2 === "idle_seconds")) || (key2 === "max_output_bytes")) || (key2 === "max_cost_usd"))){
const err36 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema40.properties.limits,data:data19};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data19.max_runtime_seconds !== undefined){
let data20 = data19.max_runtime_seconds;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err37 = {instancePath:instancePath+"/limits/max_runtime_seconds",schemaPath:"#/properties/limits/properties/max_runtime_seconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema40.properties.limits.properties.max_runtime_seconds.type,parentSchema:schema40.properties.limits.properties.max_runtime_seconds,data:data20};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 604800 || isNaN(data20)){
const err38 = {instancePath:instancePath+"/limits/max_runtime_seconds",schemaPath:"#/properties/limits/properties/max_runtime_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 604800},message:"must be <= 604800",schema:604800,parentSchema:schema40.properties.limits.properties.max_runtime_seconds,data:data20};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data20 < 1 || isNaN(data20)){
const err39 = {instancePath:instancePath+"/limits/max_runtime_seconds",schemaPath:"#/properties/limits/properties/max_runtime_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema40.properties.limits.properties.max_runtime_seconds,data:data20};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
if(data19.idle_seconds !== undefined){
let data21 = data19.idle_seconds;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err40 = {instancePath:instancePath+"/limits/idle_seconds",schemaPath:"#/properties/limits/properties/idle_seconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema40.properties.limits.properties.idle_seconds.type,parentSchema:schema40.properties.limits.properties.idle_seconds,data:data21};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 604800 || isNaN(data21)){
const err41 = {instancePath:instancePath+"/limits/idle_seconds",schemaPath:"#/properties/limits/properties/idle_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 604800},message:"must be <= 604800",schema:604800,parentSchema:schema40.properties.limits.properties.idle_seconds,data:data21};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data21 < 1 || isNaN(data21)){
const err42 = {instancePath:instancePath+"/limits/idle_seconds",schemaPath:"#/properties/limits/properties/idle_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema40.properties.limits.properties.idle_seconds,data:data21};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
if(data19.max_output_bytes !== undefined){
let data22 = data19.max_output_bytes;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err43 = {instancePath:instancePath+"/limits/max_output_bytes",schemaPath:"#/properties/limits/properties/max_output_bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema40.properties.limits.properties.max_output_bytes.type,parentSchema:schema40.properties.limits.properties.max_output_bytes,data:data22};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 1 || isNaN(data22)){
const err44 = {instancePath:instancePath+"/limits/max_output_bytes",schemaPath:"#/properties/limits/properties/max_output_bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema40.properties.limits.properties.max_output_bytes,data:data22};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
if(data19.max_cost_usd !== undefined){
let data23 = data19.max_cost_usd;
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 < 0 || isNaN(data23)){
const err45 = {instancePath:instancePath+"/limits/max_cost_usd",schemaPath:"#/properties/limits/properties/max_cost_usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema40.properties.limits.properties.max_cost_usd,data:data23};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/limits/max_cost_usd",schemaPath:"#/properties/limits/properties/max_cost_usd/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema40.properties.limits.properties.max_cost_usd.type,parentSchema:schema40.properties.limits.properties.max_cost_usd,data:data23};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema40.properties.limits.type,parentSchema:schema40.properties.limits,data:data19};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data.is_interactive_cli !== undefined){
let data24 = data.is_interactive_cli;
if(typeof data24 !== "boolean"){
const err48 = {instancePath:instancePath+"/is_interactive_cli",schemaPath:"#/properties/is_interactive_cli/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema40.properties.is_interactive_cli.type,parentSchema:schema40.properties.is_interactive_cli,data:data24};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data.non_interactive_policy !== undefined){
let data25 = data.non_interactive_policy;
if(!((data25 === "fail_if_prompted") || (data25 === "answer_by_review"))){
const err49 = {instancePath:instancePath+"/non_interactive_policy",schemaPath:"#/properties/non_interactive_policy/enum",keyword:"enum",params:{allowedValues: schema40.properties.non_interactive_policy.enum},message:"must be equal to one of the allowed values",schema:schema40.properties.non_interactive_policy.enum,parentSchema:schema40.properties.non_interactive_policy,data:data25};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data.success !== undefined){
let data26 = data.success;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(data26.exit === undefined){
const err50 = {instancePath:instancePath+"/success",schemaPath:"#/properties/success/required",keyword:"required",params:{missingProperty: "exit"},message:"must have required property '"+"exit"+"'",schema:schema40.properties.success.required,parentSchema:schema40.properties.success,data:data26};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
for(const key3 in data26){
if(!(key3 === "exit")){
const err51 = {instancePath:instancePath+"/success",schemaPath:"#/properties/success/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema40.properties.success,data:data26};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data26.exit !== undefined){
let data27 = data26.exit;
if(Array.isArray(data27)){
if(data27.length < 1){
const err52 = {instancePath:instancePath+"/success/exit",schemaPath:"#/properties/success/properties/exit/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema40.properties.success.properties.exit,data:data27};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
const len4 = data27.length;
for(let i7=0; i7<len4; i7++){
let data28 = data27[i7];
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
const err53 = {instancePath:instancePath+"/success/exit/" + i7,schemaPath:"#/properties/success/properties/exit/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema40.properties.success.properties.exit.items.type,parentSchema:schema40.properties.success.properties.exit.items,data:data28};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 > 255 || isNaN(data28)){
const err54 = {instancePath:instancePath+"/success/exit/" + i7,schemaPath:"#/properties/success/properties/exit/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255},message:"must be <= 255",schema:255,parentSchema:schema40.properties.success.properties.exit.items,data:data28};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data28 < 0 || isNaN(data28)){
const err55 = {instancePath:instancePath+"/success/exit/" + i7,schemaPath:"#/properties/success/properties/exit/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema40.properties.success.properties.exit.items,data:data28};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
let i8 = data27.length;
let j3;
if(i8 > 1){
const indices3 = {};
for(;i8--;){
let item3 = data27[i8];
if(!(((typeof item3 == "number") && (!(item3 % 1) && !isNaN(item3))) && (isFinite(item3)))){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err56 = {instancePath:instancePath+"/success/exit",schemaPath:"#/properties/success/properties/exit/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i8+" are identical)",schema:true,parentSchema:schema40.properties.success.properties.exit,data:data27};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
break;
}
indices3[item3] = i8;
}
}
}
else {
const err57 = {instancePath:instancePath+"/success/exit",schemaPath:"#/properties/success/properties/exit/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema40.properties.success.properties.exit.type,parentSchema:schema40.properties.success.properties.exit,data:data27};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
else {
const err58 = {instancePath:instancePath+"/success",schemaPath:"#/properties/success/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema40.properties.success.type,parentSchema:schema40.properties.success,data:data26};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data.litter !== undefined){
let data29 = data.litter;
if(Array.isArray(data29)){
const len5 = data29.length;
for(let i9=0; i9<len5; i9++){
if(!(validate121(data29[i9], {instancePath:instancePath+"/litter/" + i9,parentData:data29,parentDataProperty:i9,rootData}))){
vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
errors = vErrors.length;
}
}
}
else {
const err59 = {instancePath:instancePath+"/litter",schemaPath:"#/properties/litter/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema40.properties.litter.type,parentSchema:schema40.properties.litter,data:data29};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data.env !== undefined){
if(!(validate123(data.env, {instancePath:instancePath+"/env",parentData:data,parentDataProperty:"env",rootData}))){
vErrors = vErrors === null ? validate123.errors : vErrors.concat(validate123.errors);
errors = vErrors.length;
}
}
if(data.breaker !== undefined){
let data32 = data.breaker;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
for(const key4 in data32){
if(!(((key4 === "failures") || (key4 === "cooldown_seconds")) || (key4 === "probes"))){
const err60 = {instancePath:instancePath+"/breaker",schemaPath:"#/properties/breaker/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema40.properties.breaker,data:data32};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data32.failures !== undefined){
let data33 = data32.failures;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
const err61 = {instancePath:instancePath+"/breaker/failures",schemaPath:"#/properties/breaker/properties/failures/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema40.properties.breaker.properties.failures.type,parentSchema:schema40.properties.breaker.properties.failures,data:data33};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 < 1 || isNaN(data33)){
const err62 = {instancePath:instancePath+"/breaker/failures",schemaPath:"#/properties/breaker/properties/failures/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema40.properties.breaker.properties.failures,data:data33};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
if(data32.cooldown_seconds !== undefined){
let data34 = data32.cooldown_seconds;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
const err63 = {instancePath:instancePath+"/breaker/cooldown_seconds",schemaPath:"#/properties/breaker/properties/cooldown_seconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema40.properties.breaker.properties.cooldown_seconds.type,parentSchema:schema40.properties.breaker.properties.cooldown_seconds,data:data34};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 < 1 || isNaN(data34)){
const err64 = {instancePath:instancePath+"/breaker/cooldown_seconds",schemaPath:"#/properties/breaker/properties/cooldown_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema40.properties.breaker.properties.cooldown_seconds,data:data34};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
if(data32.probes !== undefined){
let data35 = data32.probes;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
const err65 = {instancePath:instancePath+"/breaker/probes",schemaPath:"#/properties/breaker/properties/probes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema40.properties.breaker.properties.probes.type,parentSchema:schema40.properties.breaker.properties.probes,data:data35};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 < 1 || isNaN(data35)){
const err66 = {instancePath:instancePath+"/breaker/probes",schemaPath:"#/properties/breaker/properties/probes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema40.properties.breaker.properties.probes,data:data35};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
}
else {
const err67 = {instancePath:instancePath+"/breaker",schemaPath:"#/properties/breaker/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema40.properties.breaker.type,parentSchema:schema40.properties.breaker,data:data32};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data.rate_limit !== undefined){
let data36 = data.rate_limit;
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
for(const key5 in data36){
if(!((key5 === "requests_per_minute") || (key5 === "tokens_per_minute"))){
const err68 = {instancePath:instancePath+"/rate_limit",schemaPath:"#/properties/rate_limit/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema40.properties.rate_limit,data:data36};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data36.requests_per_minute !== undefined){
let data37 = data36.requests_per_minute;
if(!(((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37))) && (isFinite(data37)))){
const err69 = {instancePath:instancePath+"/rate_limit/requests_per_minute",schemaPath:"#/properties/rate_limit/properties/requests_per_minute/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema40.properties.rate_limit.properties.requests_per_minute.type,parentSchema:schema40.properties.rate_limit.properties.requests_per_minute,data:data37};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 < 1 || isNaN(data37)){
const err70 = {instancePath:instancePath+"/rate_limit/requests_per_minute",schemaPath:"#/properties/rate_limit/properties/requests_per_minute/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema40.properties.rate_limit.properties.requests_per_minute,data:data37};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
}
if(data36.tokens_per_minute !== undefined){
let data38 = data36.tokens_per_minute;
if(!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))){
const err71 = {instancePath:instancePath+"/rate_limit/tokens_per_minute",schemaPath:"#/properties/rate_limit/properties/tokens_per_minute/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema40.properties.rate_limit.properties.tokens_per_minute.type,parentSchema:schema40.properties.rate_limit.properties.tokens_per_minute,data:data38};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if((typeof data38 == "number") && (isFinite(data38))){
if(data38 < 1 || isNaN(data38)){
const err72 = {instancePath:instancePath+"/rate_limit/tokens_per_minute",schemaPath:"#/properties/rate_limit/properties/tokens_per_minute/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema40.properties.rate_limit.properties.tokens_per_minute,data:data38};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
}
else {
const err73 = {instancePath:instancePath+"/rate_limit",schemaPath:"#/properties/rate_limit/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema40.properties.rate_limit.type,parentSchema:schema40.properties.rate_limit,data:data36};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
else {
const err74 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema40.type,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
validate120.errors = vErrors;
return errors === 0;
}

export const workerV1 = validate125;
const schema43 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/patchbay/worker.v1.json","title":"Worker v1","description":"A place where one attempt can run, with its lease and its health.","type":"object","required":["schema","worker_id","state","spawned_at"],"additionalProperties":false,"properties":{"doc_id":{"description":"Annotation of the framework's documents; ignored.","type":"string"},"$schema":{"description":"For editors; ignored.","type":"string"},"schema":{"description":"Which format the document has.","const":"patchbay/worker.v1"},"worker_id":{"description":"Names the worker.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"state":{"description":"Where it stands.","enum":["SPAWNING","IDLE","BUSY","DRAINING","TERMINATED"]},"host":{"description":"The computer it is on.","type":"string"},"pid":{"description":"Its process; null when it has none.","type":["integer","null"],"minimum":1},"tools":{"description":"The tools it can run.","type":"array","items":{"description":"A tool's id.","type":"string","minLength":1},"uniqueItems":true},"affinity":{"description":"What it prefers to work on, so that its caches stay warm; set once.","type":["string","null"]},"lease":{"description":"Its right to run an attempt; null when it runs none.","type":["object","null"],"required":["attempt_id","granted_at","expires_at"],"additionalProperties":false,"properties":{"attempt_id":{"description":"The attempt.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"run_id":{"description":"The run of the attempt.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"task_id":{"description":"The task of the attempt.","type":"string","minLength":1},"granted_at":{"description":"When it was granted.","type":"string","format":"date-time"},"expires_at":{"description":"Until when it holds: what is reported later is recorded and ignored.","type":"string","format":"date-time"},"fence":{"description":"Grows with every lease of the place.","type":"integer","minimum":1}}},"quarantine":{"description":"Why it gets no work; null when it does.","type":["object","null"],"required":["at","reason"],"additionalProperties":false,"properties":{"at":{"description":"Since when.","type":"string","format":"date-time"},"reason":{"description":"Why.","type":"string","minLength":1}}},"spawned_at":{"description":"When it was started.","type":"string","format":"date-time"},"last_seen_at":{"description":"When its process was last seen alive.","type":["string","null"],"format":"date-time"},"missed_heartbeats":{"description":"How many signs of life in a row were missed.","type":"integer","minimum":0},"terminated_at":{"description":"When it ended; null while it has not.","type":["string","null"],"format":"date-time"},"statistics":{"description":"What it has done.","type":"object","additionalProperties":false,"properties":{"attempts_completed":{"description":"Attempts that ended well.","type":"integer","minimum":0},"attempts_failed":{"description":"Attempts that did not.","type":"integer","minimum":0},"busy_seconds":{"description":"How long it has worked.","type":"number","minimum":0}}}}};

function validate125(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/patchbay/worker.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema"},message:"must have required property '"+"schema"+"'",schema:schema43.required,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.worker_id === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "worker_id"},message:"must have required property '"+"worker_id"+"'",schema:schema43.required,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.state === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "state"},message:"must have required property '"+"state"+"'",schema:schema43.required,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.spawned_at === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spawned_at"},message:"must have required property '"+"spawned_at"+"'",schema:schema43.required,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema43.properties, key0))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.doc_id.type,parentSchema:schema43.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.$schema !== undefined){
let data1 = data.$schema;
if(typeof data1 !== "string"){
const err6 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.$schema.type,parentSchema:schema43.properties.$schema,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.schema !== undefined){
let data2 = data.schema;
if("patchbay/worker.v1" !== data2){
const err7 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/const",keyword:"const",params:{allowedValue: "patchbay/worker.v1"},message:"must be equal to constant",schema:"patchbay/worker.v1",parentSchema:schema43.properties.schema,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.worker_id !== undefined){
let data3 = data.worker_id;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err8 = {instancePath:instancePath+"/worker_id",schemaPath:"#/properties/worker_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema43.properties.worker_id,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/worker_id",schemaPath:"#/properties/worker_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.worker_id.type,parentSchema:schema43.properties.worker_id,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.state !== undefined){
let data4 = data.state;
if(!(((((data4 === "SPAWNING") || (data4 === "IDLE")) || (data4 === "BUSY")) || (data4 === "DRAINING")) || (data4 === "TERMINATED"))){
const err10 = {instancePath:instancePath+"/state",schemaPath:"#/properties/state/enum",keyword:"enum",params:{allowedValues: schema43.properties.state.enum},message:"must be equal to one of the allowed values",schema:schema43.properties.state.enum,parentSchema:schema43.properties.state,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.host !== undefined){
let data5 = data.host;
if(typeof data5 !== "string"){
const err11 = {instancePath:instancePath+"/host",schemaPath:"#/properties/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.host.type,parentSchema:schema43.properties.host,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.pid !== undefined){
let data6 = data.pid;
if((!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))) && (data6 !== null)){
const err12 = {instancePath:instancePath+"/pid",schemaPath:"#/properties/pid/type",keyword:"type",params:{type: schema43.properties.pid.type},message:"must be integer,null",schema:schema43.properties.pid.type,parentSchema:schema43.properties.pid,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 1 || isNaN(data6)){
const err13 = {instancePath:instancePath+"/pid",schemaPath:"#/properties/pid/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema43.properties.pid,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data.tools !== undefined){
let data7 = data.tools;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(typeof data8 === "string"){
if(func3(data8) < 1){
const err14 = {instancePath:instancePath+"/tools/" + i0,schemaPath:"#/properties/tools/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema43.properties.tools.items,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/tools/" + i0,schemaPath:"#/properties/tools/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.tools.items.type,parentSchema:schema43.properties.tools.items,data:data8};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
let i1 = data7.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data7[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err16 = {instancePath:instancePath+"/tools",schemaPath:"#/properties/tools/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema43.properties.tools,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err17 = {instancePath:instancePath+"/tools",schemaPath:"#/properties/tools/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema43.properties.tools.type,parentSchema:schema43.properties.tools,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.affinity !== undefined){
let data9 = data.affinity;
if((typeof data9 !== "string") && (data9 !== null)){
const err18 = {instancePath:instancePath+"/affinity",schemaPath:"#/properties/affinity/type",keyword:"type",params:{type: schema43.properties.affinity.type},message:"must be string,null",schema:schema43.properties.affinity.type,parentSchema:schema43.properties.affinity,data:data9};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.lease !== undefined){
let data10 = data.lease;
if((!(data10 && typeof data10 == "object" && !Array.isArray(data10))) && (data10 !== null)){
const err19 = {instancePath:instancePath+"/lease",schemaPath:"#/properties/lease/type",keyword:"type",params:{type: schema43.properties.lease.type},message:"must be object,null",schema:schema43.properties.lease.type,parentSchema:schema43.properties.lease,data:data10};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.attempt_id === undefined){
const err20 = {instancePath:instancePath+"/lease",schemaPath:"#/properties/lease/required",keyword:"required",params:{missingProperty: "attempt_id"},message:"must have required property '"+"attempt_id"+"'",schema:schema43.properties.lease.required,parentSchema:schema43.properties.lease,data:data10};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data10.granted_at === undefined){
const err21 = {instancePath:instancePath+"/lease",schemaPath:"#/properties/lease/required",keyword:"required",params:{missingProperty: "granted_at"},message:"must have required property '"+"granted_at"+"'",schema:schema43.properties.lease.required,parentSchema:schema43.properties.lease,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data10.expires_at === undefined){
const err22 = {instancePath:instancePath+"/lease",schemaPath:"#/properties/lease/required",keyword:"required",params:{missingProperty: "expires_at"},message:"must have required property '"+"expires_at"+"'",schema:schema43.properties.lease.required,parentSchema:schema43.properties.lease,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
for(const key1 in data10){
if(!((((((key1 === "attempt_id") || (key1 === "run_id")) || (key1 === "task_id")) || (key1 === "granted_at")) || (key1 === "expires_at")) || (key1 === "fence"))){
const err23 = {instancePath:instancePath+"/lease",schemaPath:"#/properties/lease/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema43.properties.lease,data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data10.attempt_id !== undefined){
let data11 = data10.attempt_id;
if(typeof data11 === "string"){
if(!pattern0.test(data11)){
const err24 = {instancePath:instancePath+"/lease/attempt_id",schemaPath:"#/properties/lease/properties/attempt_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema43.properties.lease.properties.attempt_id,data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/lease/attempt_id",schemaPath:"#/properties/lease/properties/attempt_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.lease.properties.attempt_id.type,parentSchema:schema43.properties.lease.properties.attempt_id,data:data11};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data10.run_id !== undefined){
let data12 = data10.run_id;
if(typeof data12 === "string"){
if(!pattern0.test(data12)){
const err26 = {instancePath:instancePath+"/lease/run_id",schemaPath:"#/properties/lease/properties/run_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema43.properties.lease.properties.run_id,data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/lease/run_id",schemaPath:"#/properties/lease/properties/run_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.lease.properties.run_id.type,parentSchema:schema43.properties.lease.properties.run_id,data:data12};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data10.task_id !== undefined){
let data13 = data10.task_id;
if(typeof data13 === "string"){
if(func3(data13) < 1){
const err28 = {instancePath:instancePath+"/lease/task_id",schemaPath:"#/properties/lease/properties/task_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema43.properties.lease.properties.task_id,data:data13};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/lease/task_id",schemaPath:"#/properties/lease/properties/task_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.lease.properties.task_id.type,parentSchema:schema43.properties.lease.properties.task_id,data:data13};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data10.granted_at !== undefined){
let data14 = data10.granted_at;
if(typeof data14 === "string"){
if(!(formats0.test(data14))){
const err30 = {instancePath:instancePath+"/lease/granted_at",schemaPath:"#/properties/lease/properties/granted_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema43.properties.lease.properties.granted_at,data:data14};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/lease/granted_at",schemaPath:"#/properties/lease/properties/granted_at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.lease.properties.granted_at.type,parentSchema:schema43.properties.lease.properties.granted_at,data:data14};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data10.expires_at !== undefined){
let data15 = data10.expires_at;
if(typeof data15 === "string"){
if(!(formats0.test(data15))){
const err32 = {instancePath:instancePath+"/lease/expires_at",schemaPath:"#/properties/lease/properties/expires_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema43.properties.lease.properties.expires_at,data:data15};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/lease/expires_at",schemaPath:"#/properties/lease/properties/expires_at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.lease.properties.expires_at.type,parentSchema:schema43.properties.lease.properties.expires_at,data:data15};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data10.fence !== undefined){
let data16 = data10.fence;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err34 = {instancePath:instancePath+"/lease/fence",schemaPath:"#/properties/lease/properties/fence/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema43.properties.lease.properties.fence.type,parentSchema:schema43.properties.lease.properties.fence,data:data16};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 1 || isNaN(data16)){
const err35 = {instancePath:instancePath+"/lease/fence",schemaPath:"#/properties/lease/properties/fence/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema43.properties.lease.properties.fence,data:data16};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
}
}
if(data.quarantine !== undefined){
let data17 = data.quarantine;
if((!(data17 && typeof data17 == "object" && !Array.isArray(data17))) && (data17 !== null)){
const err36 = {instancePath:instancePath+"/quarantine",schemaPath:"#/properties/quarantine/type",keyword:"type",params:{type: schema43.properties.quarantine.type},message:"must be object,null",schema:schema43.properties.quarantine.type,parentSchema:schema43.properties.quarantine,data:data17};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.at === undefined){
const err37 = {instancePath:instancePath+"/quarantine",schemaPath:"#/properties/quarantine/required",keyword:"required",params:{missingProperty: "at"},message:"must have required property '"+"at"+"'",schema:schema43.properties.quarantine.required,parentSchema:schema43.properties.quarantine,data:data17};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data17.reason === undefined){
const err38 = {instancePath:instancePath+"/quarantine",schemaPath:"#/properties/quarantine/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'",schema:schema43.properties.quarantine.required,parentSchema:schema43.properties.quarantine,data:data17};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
for(const key2 in data17){
if(!((key2 === "at") || (key2 === "reason"))){
const err39 = {instancePath:instancePath+"/quarantine",schemaPath:"#/properties/quarantine/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema43.properties.quarantine,data:data17};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data17.at !== undefined){
let data18 = data17.at;
if(typeof data18 === "string"){
if(!(formats0.test(data18))){
const err40 = {instancePath:instancePath+"/quarantine/at",schemaPath:"#/properties/quarantine/properties/at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema43.properties.quarantine.properties.at,data:data18};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/quarantine/at",schemaPath:"#/properties/quarantine/properties/at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.quarantine.properties.at.type,parentSchema:schema43.properties.quarantine.properties.at,data:data18};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data17.reason !== undefined){
let data19 = data17.reason;
if(typeof data19 === "string"){
if(func3(data19) < 1){
const err42 = {instancePath:instancePath+"/quarantine/reason",schemaPath:"#/properties/quarantine/properties/reason/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema43.properties.quarantine.properties.reason,data:data19};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/quarantine/reason",schemaPath:"#/properties/quarantine/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.quarantine.properties.reason.type,parentSchema:schema43.properties.quarantine.properties.reason,data:data19};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
}
if(data.spawned_at !== undefined){
let data20 = data.spawned_at;
if(typeof data20 === "string"){
if(!(formats0.test(data20))){
const err44 = {instancePath:instancePath+"/spawned_at",schemaPath:"#/properties/spawned_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema43.properties.spawned_at,data:data20};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/spawned_at",schemaPath:"#/properties/spawned_at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.spawned_at.type,parentSchema:schema43.properties.spawned_at,data:data20};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.last_seen_at !== undefined){
let data21 = data.last_seen_at;
if((typeof data21 !== "string") && (data21 !== null)){
const err46 = {instancePath:instancePath+"/last_seen_at",schemaPath:"#/properties/last_seen_at/type",keyword:"type",params:{type: schema43.properties.last_seen_at.type},message:"must be string,null",schema:schema43.properties.last_seen_at.type,parentSchema:schema43.properties.last_seen_at,data:data21};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(typeof data21 === "string"){
if(!(formats0.test(data21))){
const err47 = {instancePath:instancePath+"/last_seen_at",schemaPath:"#/properties/last_seen_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema43.properties.last_seen_at,data:data21};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
if(data.missed_heartbeats !== undefined){
let data22 = data.missed_heartbeats;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err48 = {instancePath:instancePath+"/missed_heartbeats",schemaPath:"#/properties/missed_heartbeats/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema43.properties.missed_heartbeats.type,parentSchema:schema43.properties.missed_heartbeats,data:data22};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 0 || isNaN(data22)){
const err49 = {instancePath:instancePath+"/missed_heartbeats",schemaPath:"#/properties/missed_heartbeats/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema43.properties.missed_heartbeats,data:data22};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
if(data.terminated_at !== undefined){
let data23 = data.terminated_at;
if((typeof data23 !== "string") && (data23 !== null)){
const err50 = {instancePath:instancePath+"/terminated_at",schemaPath:"#/properties/terminated_at/type",keyword:"type",params:{type: schema43.properties.terminated_at.type},message:"must be string,null",schema:schema43.properties.terminated_at.type,parentSchema:schema43.properties.terminated_at,data:data23};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(typeof data23 === "string"){
if(!(formats0.test(data23))){
const err51 = {instancePath:instancePath+"/terminated_at",schemaPath:"#/properties/terminated_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema43.properties.terminated_at,data:data23};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
if(data.statistics !== undefined){
let data24 = data.statistics;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
for(const key3 in data24){
if(!(((key3 === "attempts_completed") || (key3 === "attempts_failed")) || (key3 === "busy_seconds"))){
const err52 = {instancePath:instancePath+"/statistics",schemaPath:"#/properties/statistics/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema43.properties.statistics,data:data24};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data24.attempts_completed !== undefined){
let data25 = data24.attempts_completed;
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
const err53 = {instancePath:instancePath+"/statistics/attempts_completed",schemaPath:"#/properties/statistics/properties/attempts_completed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema43.properties.statistics.properties.attempts_completed.type,parentSchema:schema43.properties.statistics.properties.attempts_completed,data:data25};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 < 0 || isNaN(data25)){
const err54 = {instancePath:instancePath+"/statistics/attempts_completed",schemaPath:"#/properties/statistics/properties/attempts_completed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema43.properties.statistics.properties.attempts_completed,data:data25};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
if(data24.attempts_failed !== undefined){
let data26 = data24.attempts_failed;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
const err55 = {instancePath:instancePath+"/statistics/attempts_failed",schemaPath:"#/properties/statistics/properties/attempts_failed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema43.properties.statistics.properties.attempts_failed.type,parentSchema:schema43.properties.statistics.properties.attempts_failed,data:data26};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 < 0 || isNaN(data26)){
const err56 = {instancePath:instancePath+"/statistics/attempts_failed",schemaPath:"#/properties/statistics/properties/attempts_failed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema43.properties.statistics.properties.attempts_failed,data:data26};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
if(data24.busy_seconds !== undefined){
let data27 = data24.busy_seconds;
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 < 0 || isNaN(data27)){
const err57 = {instancePath:instancePath+"/statistics/busy_seconds",schemaPath:"#/properties/statistics/properties/busy_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema43.properties.statistics.properties.busy_seconds,data:data27};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/statistics/busy_seconds",schemaPath:"#/properties/statistics/properties/busy_seconds/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema43.properties.statistics.properties.busy_seconds.type,parentSchema:schema43.properties.statistics.properties.busy_seconds,data:data27};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/statistics",schemaPath:"#/properties/statistics/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema43.properties.statistics.type,parentSchema:schema43.properties.statistics,data:data24};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
else {
const err60 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema43.type,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
validate125.errors = vErrors;
return errors === 0;
}

export const bootstrapDiscoveryV1 = validate126;
const schema44 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/uet/bootstrap_discovery.v1.json","title":"BootstrapDiscovery v1","description":"What was found in a project before it was set up.","type":"object","required":["project_root","project_name","domain","languages","resource_types","available_tools"],"additionalProperties":false,"properties":{"doc_id":{"description":"An annotation that documents of the framework carry; ignored.","type":"string"},"project_root":{"description":"The project's folder.","type":"string","minLength":1},"project_name":{"description":"What people read.","type":"string","minLength":1},"domain":{"description":"The kind of project, as far as can be told.","type":"string","enum":["software-dev","data-pipeline","operations","documentation","mixed"]},"domain_confidence":{"description":"How sure that is, from 0 to 1.","type":"number","minimum":0,"maximum":1},"languages":{"description":"The languages found.","type":"array","items":{"description":"One language.","type":"object","required":["language","percentage"],"properties":{"language":{"description":"Its name.","type":"string"},"percentage":{"description":"Its share of the project, from 0 to 100.","type":"number","minimum":0,"maximum":100},"file_count":{"description":"How many files are in it.","type":"integer","minimum":0}}}},"frameworks":{"description":"The frameworks found.","type":"array","items":{"description":"One framework.","type":"object","required":["framework","indicator"],"properties":{"framework":{"description":"Its name.","type":"string"},"indicator":{"description":"What showed it, for example a file or a dependency.","type":"string"}}}},"resource_types":{"description":"The sorts of things found.","type":"array","items":{"type":"string"}},"available_tools":{"description":"The tools found.","type":"array","items":{"description":"One tool.","type":"object","required":["tool_id","detected_via"],"properties":{"tool_id":{"description":"Names it.","type":"string"},"detected_via":{"description":"What showed it.","type":"string"},"version":{"description":"Its version.","type":"string"}}}},"existing_ci":{"description":"The continuous integration found; null where there is none.","type":["string","null"]},"vcs":{"description":"The version control found; null where there is none.","type":["string","null"]},"inferred_constraints":{"description":"Limits that the project seems to keep already.","type":"object","properties":{"tests_must_pass":{"description":"Whether its tests must pass.","type":"boolean"},"lint_required":{"description":"Whether it must pass a linter.","type":"boolean"},"patch_only":{"description":"Whether work must come as patches.","type":"boolean"}}},"directory_structure":{"description":"Which folders hold what.","type":"object","properties":{"src_dirs":{"description":"Folders with source.","type":"array","items":{"type":"string"}},"test_dirs":{"description":"Folders with tests.","type":"array","items":{"type":"string"}},"doc_dirs":{"description":"Folders with documents.","type":"array","items":{"type":"string"}},"config_dirs":{"description":"Folders with settings.","type":"array","items":{"type":"string"}},"script_dirs":{"description":"Folders with scripts.","type":"array","items":{"type":"string"}}}},"discovery_timestamp":{"description":"When it was looked at.","type":"string","format":"date-time"}}};

function validate126(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/uet/bootstrap_discovery.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.project_root === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "project_root"},message:"must have required property '"+"project_root"+"'",schema:schema44.required,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.project_name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "project_name"},message:"must have required property '"+"project_name"+"'",schema:schema44.required,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.domain === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "domain"},message:"must have required property '"+"domain"+"'",schema:schema44.required,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.languages === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "languages"},message:"must have required property '"+"languages"+"'",schema:schema44.required,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.resource_types === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "resource_types"},message:"must have required property '"+"resource_types"+"'",schema:schema44.required,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.available_tools === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "available_tools"},message:"must have required property '"+"available_tools"+"'",schema:schema44.required,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema44.properties, key0))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err7 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.doc_id.type,parentSchema:schema44.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.project_root !== undefined){
let data1 = data.project_root;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err8 = {instancePath:instancePath+"/project_root",schemaPath:"#/properties/project_root/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema44.properties.project_root,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/project_root",schemaPath:"#/properties/project_root/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.project_root.type,parentSchema:schema44.properties.project_root,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.project_name !== undefined){
let data2 = data.project_name;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err10 = {instancePath:instancePath+"/project_name",schemaPath:"#/properties/project_name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema44.properties.project_name,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/project_name",schemaPath:"#/properties/project_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.project_name.type,parentSchema:schema44.properties.project_name,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.domain !== undefined){
let data3 = data.domain;
if(typeof data3 !== "string"){
const err12 = {instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.domain.type,parentSchema:schema44.properties.domain,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!(((((data3 === "software-dev") || (data3 === "data-pipeline")) || (data3 === "operations")) || (data3 === "documentation")) || (data3 === "mixed"))){
const err13 = {instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/enum",keyword:"enum",params:{allowedValues: schema44.properties.domain.enum},message:"must be equal to one of the allowed values",schema:schema44.properties.domain.enum,parentSchema:schema44.properties.domain,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.domain_confidence !== undefined){
let data4 = data.domain_confidence;
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 1 || isNaN(data4)){
const err14 = {instancePath:instancePath+"/domain_confidence",schemaPath:"#/properties/domain_confidence/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema44.properties.domain_confidence,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data4 < 0 || isNaN(data4)){
const err15 = {instancePath:instancePath+"/domain_confidence",schemaPath:"#/properties/domain_confidence/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema44.properties.domain_confidence,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/domain_confidence",schemaPath:"#/properties/domain_confidence/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema44.properties.domain_confidence.type,parentSchema:schema44.properties.domain_confidence,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.languages !== undefined){
let data5 = data.languages;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.language === undefined){
const err17 = {instancePath:instancePath+"/languages/" + i0,schemaPath:"#/properties/languages/items/required",keyword:"required",params:{missingProperty: "language"},message:"must have required property '"+"language"+"'",schema:schema44.properties.languages.items.required,parentSchema:schema44.properties.languages.items,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data6.percentage === undefined){
const err18 = {instancePath:instancePath+"/languages/" + i0,schemaPath:"#/properties/languages/items/required",keyword:"required",params:{missingProperty: "percentage"},message:"must have required property '"+"percentage"+"'",schema:schema44.properties.languages.items.required,parentSchema:schema44.properties.languages.items,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data6.language !== undefined){
let data7 = data6.language;
if(typeof data7 !== "string"){
const err19 = {instancePath:instancePath+"/languages/" + i0+"/language",schemaPath:"#/properties/languages/items/properties/language/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.languages.items.properties.language.type,parentSchema:schema44.properties.languages.items.properties.language,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data6.percentage !== undefined){
let data8 = data6.percentage;
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 100 || isNaN(data8)){
const err20 = {instancePath:instancePath+"/languages/" + i0+"/percentage",schemaPath:"#/properties/languages/items/properties/percentage/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema44.properties.languages.items.properties.percentage,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data8 < 0 || isNaN(data8)){
const err21 = {instancePath:instancePath+"/languages/" + i0+"/percentage",schemaPath:"#/properties/languages/items/properties/percentage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema44.properties.languages.items.properties.percentage,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/languages/" + i0+"/percentage",schemaPath:"#/properties/languages/items/properties/percentage/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema44.properties.languages.items.properties.percentage.type,parentSchema:schema44.properties.languages.items.properties.percentage,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data6.file_count !== undefined){
let data9 = data6.file_count;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err23 = {instancePath:instancePath+"/languages/" + i0+"/file_count",schemaPath:"#/properties/languages/items/properties/file_count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema44.properties.languages.items.properties.file_count.type,parentSchema:schema44.properties.languages.items.properties.file_count,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 0 || isNaN(data9)){
const err24 = {instancePath:instancePath+"/languages/" + i0+"/file_count",schemaPath:"#/properties/languages/items/properties/file_count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema44.properties.languages.items.properties.file_count,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
}
else {
const err25 = {instancePath:instancePath+"/languages/" + i0,schemaPath:"#/properties/languages/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema44.properties.languages.items.type,parentSchema:schema44.properties.languages.items,data:data6};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/languages",schemaPath:"#/properties/languages/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema44.properties.languages.type,parentSchema:schema44.properties.languages,data:data5};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.frameworks !== undefined){
let data10 = data.frameworks;
if(Array.isArray(data10)){
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
let data11 = data10[i1];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.framework === undefined){
const err27 = {instancePath:instancePath+"/frameworks/" + i1,schemaPath:"#/properties/frameworks/items/required",keyword:"required",params:{missingProperty: "framework"},message:"must have required property '"+"framework"+"'",schema:schema44.properties.frameworks.items.required,parentSchema:schema44.properties.frameworks.items,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data11.indicator === undefined){
const err28 = {instancePath:instancePath+"/frameworks/" + i1,schemaPath:"#/properties/frameworks/items/required",keyword:"required",params:{missingProperty: "indicator"},message:"must have required property '"+"indicator"+"'",schema:schema44.properties.frameworks.items.required,parentSchema:schema44.properties.frameworks.items,data:data11};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data11.framework !== undefined){
let data12 = data11.framework;
if(typeof data12 !== "string"){
const err29 = {instancePath:instancePath+"/frameworks/" + i1+"/framework",schemaPath:"#/properties/frameworks/items/properties/framework/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.frameworks.items.properties.framework.type,parentSchema:schema44.properties.frameworks.items.properties.framework,data:data12};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data11.indicator !== undefined){
let data13 = data11.indicator;
if(typeof data13 !== "string"){
const err30 = {instancePath:instancePath+"/frameworks/" + i1+"/indicator",schemaPath:"#/properties/frameworks/items/properties/indicator/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.frameworks.items.properties.indicator.type,parentSchema:schema44.properties.frameworks.items.properties.indicator,data:data13};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/frameworks/" + i1,schemaPath:"#/properties/frameworks/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema44.properties.frameworks.items.type,parentSchema:schema44.properties.frameworks.items,data:data11};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/frameworks",schemaPath:"#/properties/frameworks/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema44.properties.frameworks.type,parentSchema:schema44.properties.frameworks,data:data10};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.resource_types !== undefined){
let data14 = data.resource_types;
if(Array.isArray(data14)){
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
let data15 = data14[i2];
if(typeof data15 !== "string"){
const err33 = {instancePath:instancePath+"/resource_types/" + i2,schemaPath:"#/properties/resource_types/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.resource_types.items.type,parentSchema:schema44.properties.resource_types.items,data:data15};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/resource_types",schemaPath:"#/properties/resource_types/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema44.properties.resource_types.type,parentSchema:schema44.properties.resource_types,data:data14};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.available_tools !== undefined){
let data16 = data.available_tools;
if(Array.isArray(data16)){
const len3 = data16.length;
for(let i3=0; i3<len3; i3++){
let data17 = data16[i3];
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.tool_id === undefined){
const err35 = {instancePath:instancePath+"/available_tools/" + i3,schemaPath:"#/properties/available_tools/items/required",keyword:"required",params:{missingProperty: "tool_id"},message:"must have required property '"+"tool_id"+"'",schema:schema44.properties.available_tools.items.required,parentSchema:schema44.properties.available_tools.items,data:data17};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data17.detected_via === undefined){
const err36 = {instancePath:instancePath+"/available_tools/" + i3,schemaPath:"#/properties/available_tools/items/required",keyword:"required",params:{missingProperty: "detected_via"},message:"must have required property '"+"detected_via"+"'",schema:schema44.properties.available_tools.items.required,parentSchema:schema44.properties.available_tools.items,data:data17};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data17.tool_id !== undefined){
let data18 = data17.tool_id;
if(typeof data18 !== "string"){
const err37 = {instancePath:instancePath+"/available_tools/" + i3+"/tool_id",schemaPath:"#/properties/available_tools/items/properties/tool_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.available_tools.items.properties.tool_id.type,parentSchema:schema44.properties.available_tools.items.properties.tool_id,data:data18};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data17.detected_via !== undefined){
let data19 = data17.detected_via;
if(typeof data19 !== "string"){
const err38 = {instancePath:instancePath+"/available_tools/" + i3+"/detected_via",schemaPath:"#/properties/available_tools/items/properties/detected_via/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.available_tools.items.properties.detected_via.type,parentSchema:schema44.properties.available_tools.items.properties.detected_via,data:data19};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data17.version !== undefined){
let data20 = data17.version;
if(typeof data20 !== "string"){
const err39 = {instancePath:instancePath+"/available_tools/" + i3+"/version",schemaPath:"#/properties/available_tools/items/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.available_tools.items.properties.version.type,parentSchema:schema44.properties.available_tools.items.properties.version,data:data20};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/available_tools/" + i3,schemaPath:"#/properties/available_tools/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema44.properties.available_tools.items.type,parentSchema:schema44.properties.available_tools.items,data:data17};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath:instancePath+"/available_tools",schemaPath:"#/properties/available_tools/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema44.properties.available_tools.type,parentSchema:schema44.properties.available_tools,data:data16};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data.existing_ci !== undefined){
let data21 = data.existing_ci;
if((typeof data21 !== "string") && (data21 !== null)){
const err42 = {instancePath:instancePath+"/existing_ci",schemaPath:"#/properties/existing_ci/type",keyword:"type",params:{type: schema44.properties.existing_ci.type},message:"must be string,null",schema:schema44.properties.existing_ci.type,parentSchema:schema44.properties.existing_ci,data:data21};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.vcs !== undefined){
let data22 = data.vcs;
if((typeof data22 !== "string") && (data22 !== null)){
const err43 = {instancePath:instancePath+"/vcs",schemaPath:"#/properties/vcs/type",keyword:"type",params:{type: schema44.properties.vcs.type},message:"must be string,null",schema:schema44.properties.vcs.type,parentSchema:schema44.properties.vcs,data:data22};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.inferred_constraints !== undefined){
let data23 = data.inferred_constraints;
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23.tests_must_pass !== undefined){
let data24 = data23.tests_must_pass;
if(typeof data24 !== "boolean"){
const err44 = {instancePath:instancePath+"/inferred_constraints/tests_must_pass",schemaPath:"#/properties/inferred_constraints/properties/tests_must_pass/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema44.properties.inferred_constraints.properties.tests_must_pass.type,parentSchema:schema44.properties.inferred_constraints.properties.tests_must_pass,data:data24};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data23.lint_required !== undefined){
let data25 = data23.lint_required;
if(typeof data25 !== "boolean"){
const err45 = {instancePath:instancePath+"/inferred_constraints/lint_required",schemaPath:"#/properties/inferred_constraints/properties/lint_required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema44.properties.inferred_constraints.properties.lint_required.type,parentSchema:schema44.properties.inferred_constraints.properties.lint_required,data:data25};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data23.patch_only !== undefined){
let data26 = data23.patch_only;
if(typeof data26 !== "boolean"){
const err46 = {instancePath:instancePath+"/inferred_constraints/patch_only",schemaPath:"#/properties/inferred_constraints/properties/patch_only/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema44.properties.inferred_constraints.properties.patch_only.type,parentSchema:schema44.properties.inferred_constraints.properties.patch_only,data:data26};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/inferred_constraints",schemaPath:"#/properties/inferred_constraints/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema44.properties.inferred_constraints.type,parentSchema:schema44.properties.inferred_constraints,data:data23};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data.directory_structure !== undefined){
let data27 = data.directory_structure;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
if(data27.src_dirs !== undefined){
let data28 = data27.src_dirs;
if(Array.isArray(data28)){
const len4 = data28.length;
for(let i4=0; i4<len4; i4++){
let data29 = data28[i4];
if(typeof data29 !== "string"){
const err48 = {instancePath:instancePath+"/directory_structure/src_dirs/" + i4,schemaPath:"#/properties/directory_structure/properties/src_dirs/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.directory_structure.properties.src_dirs.items.type,parentSchema:schema44.properties.directory_structure.properties.src_dirs.items,data:data29};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/directory_structure/src_dirs",schemaPath:"#/properties/directory_structure/properties/src_dirs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema44.properties.directory_structure.properties.src_dirs.type,parentSchema:schema44.properties.directory_structure.properties.src_dirs,data:data28};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data27.test_dirs !== undefined){
let data30 = data27.test_dirs;
if(Array.isArray(data30)){
const len5 = data30.length;
for(let i5=0; i5<len5; i5++){
let data31 = data30[i5];
if(typeof data31 !== "string"){
const err50 = {instancePath:instancePath+"/directory_structure/test_dirs/" + i5,schemaPath:"#/properties/directory_structure/properties/test_dirs/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.directory_structure.properties.test_dirs.items.type,parentSchema:schema44.properties.directory_structure.properties.test_dirs.items,data:data31};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/directory_structure/test_dirs",schemaPath:"#/properties/directory_structure/properties/test_dirs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema44.properties.directory_structure.properties.test_dirs.type,parentSchema:schema44.properties.directory_structure.properties.test_dirs,data:data30};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data27.doc_dirs !== undefined){
let data32 = data27.doc_dirs;
if(Array.isArray(data32)){
const len6 = data32.length;
for(let i6=0; i6<len6; i6++){
let data33 = data32[i6];
if(typeof data33 !== "string"){
const err52 = {instancePath:instancePath+"/directory_structure/doc_dirs/" + i6,schemaPath:"#/properties/directory_structure/properties/doc_dirs/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.directory_structure.properties.doc_dirs.items.type,parentSchema:schema44.properties.directory_structure.properties.doc_dirs.items,data:data33};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath:instancePath+"/directory_structure/doc_dirs",schemaPath:"#/properties/directory_structure/properties/doc_dirs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema44.properties.directory_structure.properties.doc_dirs.type,parentSchema:schema44.properties.directory_structure.properties.doc_dirs,data:data32};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data27.config_dirs !== undefined){
let data34 = data27.config_dirs;
if(Array.isArray(data34)){
const len7 = data34.length;
for(let i7=0; i7<len7; i7++){
let data35 = data34[i7];
if(typeof data35 !== "string"){
const err54 = {instancePath:instancePath+"/directory_structure/config_dirs/" + i7,schemaPath:"#/properties/directory_structure/properties/config_dirs/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.directory_structure.properties.config_dirs.items.type,parentSchema:schema44.properties.directory_structure.properties.config_dirs.items,data:data35};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/directory_structure/config_dirs",schemaPath:"#/properties/directory_structure/properties/config_dirs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema44.properties.directory_structure.properties.config_dirs.type,parentSchema:schema44.properties.directory_structure.properties.config_dirs,data:data34};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data27.script_dirs !== undefined){
let data36 = data27.script_dirs;
if(Array.isArray(data36)){
const len8 = data36.length;
for(let i8=0; i8<len8; i8++){
let data37 = data36[i8];
if(typeof data37 !== "string"){
const err56 = {instancePath:instancePath+"/directory_structure/script_dirs/" + i8,schemaPath:"#/properties/directory_structure/properties/script_dirs/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.directory_structure.properties.script_dirs.items.type,parentSchema:schema44.properties.directory_structure.properties.script_dirs.items,data:data37};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath:instancePath+"/directory_structure/script_dirs",schemaPath:"#/properties/directory_structure/properties/script_dirs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema44.properties.directory_structure.properties.script_dirs.type,parentSchema:schema44.properties.directory_structure.properties.script_dirs,data:data36};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
else {
const err58 = {instancePath:instancePath+"/directory_structure",schemaPath:"#/properties/directory_structure/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema44.properties.directory_structure.type,parentSchema:schema44.properties.directory_structure,data:data27};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data.discovery_timestamp !== undefined){
let data38 = data.discovery_timestamp;
if(typeof data38 === "string"){
if(!(formats0.test(data38))){
const err59 = {instancePath:instancePath+"/discovery_timestamp",schemaPath:"#/properties/discovery_timestamp/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema44.properties.discovery_timestamp,data:data38};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
else {
const err60 = {instancePath:instancePath+"/discovery_timestamp",schemaPath:"#/properties/discovery_timestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.discovery_timestamp.type,parentSchema:schema44.properties.discovery_timestamp,data:data38};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
else {
const err61 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema44.type,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
validate126.errors = vErrors;
return errors === 0;
}

export const bootstrapReportV1 = validate127;
const schema45 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/uet/bootstrap_report.v1.json","title":"BootstrapReport v1","description":"What setting up a project did, and what is left to do.","type":"object","required":["project_name","domain","profile_id","status","generated_artifacts","configuration"],"additionalProperties":false,"properties":{"doc_id":{"description":"An annotation that documents of the framework carry; ignored.","type":"string"},"project_name":{"description":"What people read.","type":"string"},"domain":{"description":"The kind of project.","type":"string"},"profile_id":{"description":"The profile that was chosen.","type":"string"},"profile_version":{"description":"The version of that profile.","type":"string"},"status":{"description":"How it ended.","type":"string","enum":["ready","partial","failed","needs_human"]},"discovery_summary":{"description":"What was found, in short.","type":"object","properties":{"languages":{"description":"The languages, in a sentence.","type":"string"},"frameworks":{"description":"The frameworks.","type":"array","items":{"type":"string"}},"version_control":{"description":"The version control.","type":"string"},"ci_cd":{"description":"The continuous integration.","type":"string"}}},"generated_artifacts":{"description":"The files it concerned.","type":"array","items":{"description":"One file.","type":"object","required":["path","status"],"properties":{"path":{"description":"Where it is.","type":"string"},"type":{"description":"What it is.","type":"string"},"status":{"description":"What came of it.","type":"string","enum":["created","validated","failed"]}}}},"directories_created":{"description":"The folders that were made.","type":"array","items":{"type":"string"}},"configuration":{"description":"What was decided.","type":"object","properties":{"patch_only_mode":{"description":"Whether work must come as patches.","type":"boolean"},"test_requirement":{"description":"What is asked of the tests, in a sentence.","type":"string"},"max_lines_per_patch":{"description":"The most lines that one patch may add and remove together.","type":"integer"},"available_tools":{"description":"The tools that can be used.","type":"array","items":{"type":"string"}}}},"validation_results":{"description":"What checking the files found.","type":"object","properties":{"validation_status":{"description":"How it ended.","type":"string","enum":["passed","failed","needs_human"]},"errors":{"description":"What is wrong, a sentence each.","type":"array","items":{"type":"string"}},"warnings":{"description":"What is worth a look, a sentence each.","type":"array","items":{"type":"string"}},"auto_fixes_applied":{"description":"How many faults were mended without asking.","type":"integer","minimum":0},"human_decisions_needed":{"description":"How many questions are left for a person.","type":"integer","minimum":0}}},"next_steps":{"description":"What to do next.","type":"object","properties":{"for_human":{"description":"What a person should do.","type":"array","items":{"type":"string"}},"for_ai_agent":{"description":"What a tool should do.","type":"array","items":{"type":"string"}}}},"initialization_time":{"description":"When it was done.","type":"string","format":"date-time"},"ready_for_workstreams":{"description":"Whether work can begin.","type":"boolean"}}};

function validate127(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/uet/bootstrap_report.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.project_name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "project_name"},message:"must have required property '"+"project_name"+"'",schema:schema45.required,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.domain === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "domain"},message:"must have required property '"+"domain"+"'",schema:schema45.required,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.profile_id === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "profile_id"},message:"must have required property '"+"profile_id"+"'",schema:schema45.required,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.status === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'",schema:schema45.required,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.generated_artifacts === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "generated_artifacts"},message:"must have required property '"+"generated_artifacts"+"'",schema:schema45.required,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.configuration === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "configuration"},message:"must have required property '"+"configuration"+"'",schema:schema45.required,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema45.properties, key0))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err7 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.doc_id.type,parentSchema:schema45.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.project_name !== undefined){
let data1 = data.project_name;
if(typeof data1 !== "string"){
const err8 = {instancePath:instancePath+"/project_name",schemaPath:"#/properties/project_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.project_name.type,parentSchema:schema45.properties.project_name,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.domain !== undefined){
let data2 = data.domain;
if(typeof data2 !== "string"){
const err9 = {instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.domain.type,parentSchema:schema45.properties.domain,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.profile_id !== undefined){
let data3 = data.profile_id;
if(typeof data3 !== "string"){
const err10 = {instancePath:instancePath+"/profile_id",schemaPath:"#/properties/profile_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.profile_id.type,parentSchema:schema45.properties.profile_id,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.profile_version !== undefined){
let data4 = data.profile_version;
if(typeof data4 !== "string"){
const err11 = {instancePath:instancePath+"/profile_version",schemaPath:"#/properties/profile_version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.profile_version.type,parentSchema:schema45.properties.profile_version,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.status !== undefined){
let data5 = data.status;
if(typeof data5 !== "string"){
const err12 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.status.type,parentSchema:schema45.properties.status,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!((((data5 === "ready") || (data5 === "partial")) || (data5 === "failed")) || (data5 === "needs_human"))){
const err13 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema45.properties.status.enum},message:"must be equal to one of the allowed values",schema:schema45.properties.status.enum,parentSchema:schema45.properties.status,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.discovery_summary !== undefined){
let data6 = data.discovery_summary;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.languages !== undefined){
let data7 = data6.languages;
if(typeof data7 !== "string"){
const err14 = {instancePath:instancePath+"/discovery_summary/languages",schemaPath:"#/properties/discovery_summary/properties/languages/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.discovery_summary.properties.languages.type,parentSchema:schema45.properties.discovery_summary.properties.languages,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data6.frameworks !== undefined){
let data8 = data6.frameworks;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
if(typeof data9 !== "string"){
const err15 = {instancePath:instancePath+"/discovery_summary/frameworks/" + i0,schemaPath:"#/properties/discovery_summary/properties/frameworks/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.discovery_summary.properties.frameworks.items.type,parentSchema:schema45.properties.discovery_summary.properties.frameworks.items,data:data9};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/discovery_summary/frameworks",schemaPath:"#/properties/discovery_summary/properties/frameworks/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema45.properties.discovery_summary.properties.frameworks.type,parentSchema:schema45.properties.discovery_summary.properties.frameworks,data:data8};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data6.version_control !== undefined){
let data10 = data6.version_control;
if(typeof data10 !== "string"){
const err17 = {instancePath:instancePath+"/discovery_summary/version_control",schemaPath:"#/properties/discovery_summary/properties/version_control/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.discovery_summary.properties.version_control.type,parentSchema:schema45.properties.discovery_summary.properties.version_control,data:data10};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data6.ci_cd !== undefined){
let data11 = data6.ci_cd;
if(typeof data11 !== "string"){
const err18 = {instancePath:instancePath+"/discovery_summary/ci_cd",schemaPath:"#/properties/discovery_summary/properties/ci_cd/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.discovery_summary.properties.ci_cd.type,parentSchema:schema45.properties.discovery_summary.properties.ci_cd,data:data11};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/discovery_summary",schemaPath:"#/properties/discovery_summary/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema45.properties.discovery_summary.type,parentSchema:schema45.properties.discovery_summary,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.generated_artifacts !== undefined){
let data12 = data.generated_artifacts;
if(Array.isArray(data12)){
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
let data13 = data12[i1];
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.path === undefined){
const err20 = {instancePath:instancePath+"/generated_artifacts/" + i1,schemaPath:"#/properties/generated_artifacts/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema45.properties.generated_artifacts.items.required,parentSchema:schema45.properties.generated_artifacts.items,data:data13};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data13.status === undefined){
const err21 = {instancePath:instancePath+"/generated_artifacts/" + i1,schemaPath:"#/properties/generated_artifacts/items/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'",schema:schema45.properties.generated_artifacts.items.required,parentSchema:schema45.properties.generated_artifacts.items,data:data13};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data13.path !== undefined){
let data14 = data13.path;
if(typeof data14 !== "string"){
const err22 = {instancePath:instancePath+"/generated_artifacts/" + i1+"/path",schemaPath:"#/properties/generated_artifacts/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.generated_artifacts.items.properties.path.type,parentSchema:schema45.properties.generated_artifacts.items.properties.path,data:data14};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data13.type !== undefined){
let data15 = data13.type;
if(typeof data15 !== "string"){
const err23 = {instancePath:instancePath+"/generated_artifacts/" + i1+"/type",schemaPath:"#/properties/generated_artifacts/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.generated_artifacts.items.properties.type.type,parentSchema:schema45.properties.generated_artifacts.items.properties.type,data:data15};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data13.status !== undefined){
let data16 = data13.status;
if(typeof data16 !== "string"){
const err24 = {instancePath:instancePath+"/generated_artifacts/" + i1+"/status",schemaPath:"#/properties/generated_artifacts/items/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.generated_artifacts.items.properties.status.type,parentSchema:schema45.properties.generated_artifacts.items.properties.status,data:data16};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!(((data16 === "created") || (data16 === "validated")) || (data16 === "failed"))){
const err25 = {instancePath:instancePath+"/generated_artifacts/" + i1+"/status",schemaPath:"#/properties/generated_artifacts/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema45.properties.generated_artifacts.items.properties.status.enum},message:"must be equal to one of the allowed values",schema:schema45.properties.generated_artifacts.items.properties.status.enum,parentSchema:schema45.properties.generated_artifacts.items.properties.status,data:data16};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/generated_artifacts/" + i1,schemaPath:"#/properties/generated_artifacts/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema45.properties.generated_artifacts.items.type,parentSchema:schema45.properties.generated_artifacts.items,data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/generated_artifacts",schemaPath:"#/properties/generated_artifacts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema45.properties.generated_artifacts.type,parentSchema:schema45.properties.generated_artifacts,data:data12};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.directories_created !== undefined){
let data17 = data.directories_created;
if(Array.isArray(data17)){
const len2 = data17.length;
for(let i2=0; i2<len2; i2++){
let data18 = data17[i2];
if(typeof data18 !== "string"){
const err28 = {instancePath:instancePath+"/directories_created/" + i2,schemaPath:"#/properties/directories_created/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.directories_created.items.type,parentSchema:schema45.properties.directories_created.items,data:data18};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/directories_created",schemaPath:"#/properties/directories_created/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema45.properties.directories_created.type,parentSchema:schema45.properties.directories_created,data:data17};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.configuration !== undefined){
let data19 = data.configuration;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.patch_only_mode !== undefined){
let data20 = data19.patch_only_mode;
if(typeof data20 !== "boolean"){
const err30 = {instancePath:instancePath+"/configuration/patch_only_mode",schemaPath:"#/properties/configuration/properties/patch_only_mode/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema45.properties.configuration.properties.patch_only_mode.type,parentSchema:schema45.properties.configuration.properties.patch_only_mode,data:data20};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data19.test_requirement !== undefined){
let data21 = data19.test_requirement;
if(typeof data21 !== "string"){
const err31 = {instancePath:instancePath+"/configuration/test_requirement",schemaPath:"#/properties/configuration/properties/test_requirement/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.configuration.properties.test_requirement.type,parentSchema:schema45.properties.configuration.properties.test_requirement,data:data21};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data19.max_lines_per_patch !== undefined){
let data22 = data19.max_lines_per_patch;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err32 = {instancePath:instancePath+"/configuration/max_lines_per_patch",schemaPath:"#/properties/configuration/properties/max_lines_per_patch/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema45.properties.configuration.properties.max_lines_per_patch.type,parentSchema:schema45.properties.configuration.properties.max_lines_per_patch,data:data22};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data19.available_tools !== undefined){
let data23 = data19.available_tools;
if(Array.isArray(data23)){
const len3 = data23.length;
for(let i3=0; i3<len3; i3++){
let data24 = data23[i3];
if(typeof data24 !== "string"){
const err33 = {instancePath:instancePath+"/configuration/available_tools/" + i3,schemaPath:"#/properties/configuration/properties/available_tools/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.configuration.properties.available_tools.items.type,parentSchema:schema45.properties.configuration.properties.available_tools.items,data:data24};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/configuration/available_tools",schemaPath:"#/properties/configuration/properties/available_tools/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema45.properties.configuration.properties.available_tools.type,parentSchema:schema45.properties.configuration.properties.available_tools,data:data23};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/configuration",schemaPath:"#/properties/configuration/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema45.properties.configuration.type,parentSchema:schema45.properties.configuration,data:data19};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.validation_results !== undefined){
let data25 = data.validation_results;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.validation_status !== undefined){
let data26 = data25.validation_status;
if(typeof data26 !== "string"){
const err36 = {instancePath:instancePath+"/validation_results/validation_status",schemaPath:"#/properties/validation_results/properties/validation_status/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.validation_results.properties.validation_status.type,parentSchema:schema45.properties.validation_results.properties.validation_status,data:data26};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(!(((data26 === "passed") || (data26 === "failed")) || (data26 === "needs_human"))){
const err37 = {instancePath:instancePath+"/validation_results/validation_status",schemaPath:"#/properties/validation_results/properties/validation_status/enum",keyword:"enum",params:{allowedValues: schema45.properties.validation_results.properties.validation_status.enum},message:"must be equal to one of the allowed values",schema:schema45.properties.validation_results.properties.validation_status.enum,parentSchema:schema45.properties.validation_results.properties.validation_status,data:data26};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data25.errors !== undefined){
let data27 = data25.errors;
if(Array.isArray(data27)){
const len4 = data27.length;
for(let i4=0; i4<len4; i4++){
let data28 = data27[i4];
if(typeof data28 !== "string"){
const err38 = {instancePath:instancePath+"/validation_results/errors/" + i4,schemaPath:"#/properties/validation_results/properties/errors/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.validation_results.properties.errors.items.type,parentSchema:schema45.properties.validation_results.properties.errors.items,data:data28};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/validation_results/errors",schemaPath:"#/properties/validation_results/properties/errors/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema45.properties.validation_results.properties.errors.type,parentSchema:schema45.properties.validation_results.properties.errors,data:data27};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data25.warnings !== undefined){
let data29 = data25.warnings;
if(Array.isArray(data29)){
const len5 = data29.length;
for(let i5=0; i5<len5; i5++){
let data30 = data29[i5];
if(typeof data30 !== "string"){
const err40 = {instancePath:instancePath+"/validation_results/warnings/" + i5,schemaPath:"#/properties/validation_results/properties/warnings/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.validation_results.properties.warnings.items.type,parentSchema:schema45.properties.validation_results.properties.warnings.items,data:data30};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath:instancePath+"/validation_results/warnings",schemaPath:"#/properties/validation_results/properties/warnings/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema45.properties.validation_results.properties.warnings.type,parentSchema:schema45.properties.validation_results.properties.warnings,data:data29};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data25.auto_fixes_applied !== undefined){
let data31 = data25.auto_fixes_applied;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
const err42 = {instancePath:instancePath+"/validation_results/auto_fixes_applied",schemaPath:"#/properties/validation_results/properties/auto_fixes_applied/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema45.properties.validation_results.properties.auto_fixes_applied.type,parentSchema:schema45.properties.validation_results.properties.auto_fixes_applied,data:data31};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 < 0 || isNaN(data31)){
const err43 = {instancePath:instancePath+"/validation_results/auto_fixes_applied",schemaPath:"#/properties/validation_results/properties/auto_fixes_applied/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema45.properties.validation_results.properties.auto_fixes_applied,data:data31};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
if(data25.human_decisions_needed !== undefined){
let data32 = data25.human_decisions_needed;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
const err44 = {instancePath:instancePath+"/validation_results/human_decisions_needed",schemaPath:"#/properties/validation_results/properties/human_decisions_needed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema45.properties.validation_results.properties.human_decisions_needed.type,parentSchema:schema45.properties.validation_results.properties.human_decisions_needed,data:data32};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 < 0 || isNaN(data32)){
const err45 = {instancePath:instancePath+"/validation_results/human_decisions_needed",schemaPath:"#/properties/validation_results/properties/human_decisions_needed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema45.properties.validation_results.properties.human_decisions_needed,data:data32};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
}
else {
const err46 = {instancePath:instancePath+"/validation_results",schemaPath:"#/properties/validation_results/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema45.properties.validation_results.type,parentSchema:schema45.properties.validation_results,data:data25};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.next_steps !== undefined){
let data33 = data.next_steps;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(data33.for_human !== undefined){
let data34 = data33.for_human;
if(Array.isArray(data34)){
const len6 = data34.length;
for(let i6=0; i6<len6; i6++){
let data35 = data34[i6];
if(typeof data35 !== "string"){
const err47 = {instancePath:instancePath+"/next_steps/for_human/" + i6,schemaPath:"#/properties/next_steps/properties/for_human/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.next_steps.properties.for_human.items.type,parentSchema:schema45.properties.next_steps.properties.for_human.items,data:data35};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/next_steps/for_human",schemaPath:"#/properties/next_steps/properties/for_human/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema45.properties.next_steps.properties.for_human.type,parentSchema:schema45.properties.next_steps.properties.for_human,data:data34};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data33.for_ai_agent !== undefined){
let data36 = data33.for_ai_agent;
if(Array.isArray(data36)){
const len7 = data36.length;
for(let i7=0; i7<len7; i7++){
let data37 = data36[i7];
if(typeof data37 !== "string"){
const err49 = {instancePath:instancePath+"/next_steps/for_ai_agent/" + i7,schemaPath:"#/properties/next_steps/properties/for_ai_agent/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.next_steps.properties.for_ai_agent.items.type,parentSchema:schema45.properties.next_steps.properties.for_ai_agent.items,data:data37};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath:instancePath+"/next_steps/for_ai_agent",schemaPath:"#/properties/next_steps/properties/for_ai_agent/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema45.properties.next_steps.properties.for_ai_agent.type,parentSchema:schema45.properties.next_steps.properties.for_ai_agent,data:data36};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/next_steps",schemaPath:"#/properties/next_steps/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema45.properties.next_steps.type,parentSchema:schema45.properties.next_steps,data:data33};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data.initialization_time !== undefined){
let data38 = data.initialization_time;
if(typeof data38 === "string"){
if(!(formats0.test(data38))){
const err52 = {instancePath:instancePath+"/initialization_time",schemaPath:"#/properties/initialization_time/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema45.properties.initialization_time,data:data38};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/initialization_time",schemaPath:"#/properties/initialization_time/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.initialization_time.type,parentSchema:schema45.properties.initialization_time,data:data38};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data.ready_for_workstreams !== undefined){
let data39 = data.ready_for_workstreams;
if(typeof data39 !== "boolean"){
const err54 = {instancePath:instancePath+"/ready_for_workstreams",schemaPath:"#/properties/ready_for_workstreams/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema45.properties.ready_for_workstreams.type,parentSchema:schema45.properties.ready_for_workstreams,data:data39};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema45.type,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
validate127.errors = vErrors;
return errors === 0;
}

export const docMetaV1 = validate128;
const schema46 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/uet/doc-meta.v1.json","title":"Doc Meta Schema v1","description":"What a document of the framework says about itself.","type":"object","required":["meta_version","doc_ulid","doc_type","doc_layer","title","summary","version","status","schema_ref","created_at","updated_at","author_type","owner","security_tier"],"additionalProperties":false,"properties":{"doc_id":{"description":"An annotation that documents of the framework carry; ignored.","type":"string"},"meta_version":{"description":"The form of this block.","type":"string","const":"doc-meta.v1"},"doc_ulid":{"description":"Names the document for good, whatever it is called.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"doc_type":{"description":"What sort of document it is.","type":"string","enum":["global_spec","core_spec","project_profile","phase_spec_master","phase_spec_instance","workstream_spec","error_pipeline_spec","tool_profile","capability_card","run_artifact","other"]},"doc_layer":{"description":"How far it reaches.","type":"string","enum":["global","framework","project","module","run"]},"title":{"description":"What people read.","type":"string","minLength":1},"summary":{"description":"What it says, in a few sentences.","type":"string","minLength":1,"maxLength":512},"version":{"description":"Its version, as three numbers.","type":"string","pattern":"^[0-9]+\\.[0-9]+\\.[0-9]+$"},"status":{"description":"Where it stands in its life.","type":"string","enum":["draft","active","deprecated","superseded","experimental"]},"schema_ref":{"description":"The schema it follows.","type":"string","minLength":1},"created_at":{"description":"When it was first written.","type":"string","format":"date-time"},"updated_at":{"description":"When it was last changed.","type":"string","format":"date-time"},"author_type":{"description":"Who writes it.","type":"string","enum":["human","ai","mixed"]},"owner":{"description":"Who answers for it.","type":"string","minLength":1},"security_tier":{"description":"Who may read it.","type":"string","enum":["public","internal","confidential","restricted"]},"project_id":{"description":"The project it belongs to.","type":["string","null"]},"module_id":{"description":"The module it belongs to.","type":["string","null"]},"phase_id":{"description":"The phase it belongs to.","type":["string","null"]},"workstream_id":{"description":"The workstream it belongs to.","type":["string","null"]},"spec_refs":{"description":"The documents it refers to, by their ids.","type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"}},"tags":{"description":"Words to find it by.","type":"array","uniqueItems":true,"items":{"type":"string","minLength":1}},"patch_policy":{"description":"How it may be changed.","type":"object","additionalProperties":false,"properties":{"patch_required":{"description":"Whether a change must come as a patch.","type":"boolean","default":true},"require_issue_ref":{"description":"Whether a patch must name an issue.","type":"boolean","default":true},"min_reviewers":{"description":"How many people must have approved it.","type":"integer","minimum":0,"default":1}}},"ascii_only":{"description":"Whether it may hold ASCII characters only.","type":"boolean","default":true},"max_line_length":{"description":"The longest line it may have.","type":"integer","minimum":40},"last_validated_at":{"description":"When it was last checked.","type":"string","format":"date-time"},"checksum":{"description":"A sum over its text.","type":"string"}}};
const pattern50 = new RegExp("^[0-9]+\\.[0-9]+\\.[0-9]+$", "u");

function validate128(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/uet/doc-meta.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.meta_version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "meta_version"},message:"must have required property '"+"meta_version"+"'",schema:schema46.required,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.doc_ulid === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "doc_ulid"},message:"must have required property '"+"doc_ulid"+"'",schema:schema46.required,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.doc_type === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "doc_type"},message:"must have required property '"+"doc_type"+"'",schema:schema46.required,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.doc_layer === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "doc_layer"},message:"must have required property '"+"doc_layer"+"'",schema:schema46.required,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.title === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"},message:"must have required property '"+"title"+"'",schema:schema46.required,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.summary === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "summary"},message:"must have required property '"+"summary"+"'",schema:schema46.required,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.version === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'",schema:schema46.required,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.status === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'",schema:schema46.required,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.schema_ref === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema_ref"},message:"must have required property '"+"schema_ref"+"'",schema:schema46.required,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.created_at === undefined){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "created_at"},message:"must have required property '"+"created_at"+"'",schema:schema46.required,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data.updated_at === undefined){
const err10 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "updated_at"},message:"must have required property '"+"updated_at"+"'",schema:schema46.required,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.author_type === undefined){
const err11 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "author_type"},message:"must have required property '"+"author_type"+"'",schema:schema46.required,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data.owner === undefined){
const err12 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'",schema:schema46.required,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data.security_tier === undefined){
const err13 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "security_tier"},message:"must have required property '"+"security_tier"+"'",schema:schema46.required,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema46.properties, key0))){
const err14 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err15 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.doc_id.type,parentSchema:schema46.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.meta_version !== undefined){
let data1 = data.meta_version;
if(typeof data1 !== "string"){
const err16 = {instancePath:instancePath+"/meta_version",schemaPath:"#/properties/meta_version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.meta_version.type,parentSchema:schema46.properties.meta_version,data:data1};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if("doc-meta.v1" !== data1){
const err17 = {instancePath:instancePath+"/meta_version",schemaPath:"#/properties/meta_version/const",keyword:"const",params:{allowedValue: "doc-meta.v1"},message:"must be equal to constant",schema:"doc-meta.v1",parentSchema:schema46.properties.meta_version,data:data1};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.doc_ulid !== undefined){
let data2 = data.doc_ulid;
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
const err18 = {instancePath:instancePath+"/doc_ulid",schemaPath:"#/properties/doc_ulid/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema46.properties.doc_ulid,data:data2};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/doc_ulid",schemaPath:"#/properties/doc_ulid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.doc_ulid.type,parentSchema:schema46.properties.doc_ulid,data:data2};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.doc_type !== undefined){
let data3 = data.doc_type;
if(typeof data3 !== "string"){
const err20 = {instancePath:instancePath+"/doc_type",schemaPath:"#/properties/doc_type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.doc_type.type,parentSchema:schema46.properties.doc_type,data:data3};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!(((((((((((data3 === "global_spec") || (data3 === "core_spec")) || (data3 === "project_profile")) || (data3 === "phase_spec_master")) || (data3 === "phase_spec_instance")) || (data3 === "workstream_spec")) || (data3 === "error_pipeline_spec")) || (data3 === "tool_profile")) || (data3 === "capability_card")) || (data3 === "run_artifact")) || (data3 === "other"))){
const err21 = {instancePath:instancePath+"/doc_type",schemaPath:"#/properties/doc_type/enum",keyword:"enum",params:{allowedValues: schema46.properties.doc_type.enum},message:"must be equal to one of the allowed values",schema:schema46.properties.doc_type.enum,parentSchema:schema46.properties.doc_type,data:data3};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.doc_layer !== undefined){
let data4 = data.doc_layer;
if(typeof data4 !== "string"){
const err22 = {instancePath:instancePath+"/doc_layer",schemaPath:"#/properties/doc_layer/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.doc_layer.type,parentSchema:schema46.properties.doc_layer,data:data4};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!(((((data4 === "global") || (data4 === "framework")) || (data4 === "project")) || (data4 === "module")) || (data4 === "run"))){
const err23 = {instancePath:instancePath+"/doc_layer",schemaPath:"#/properties/doc_layer/enum",keyword:"enum",params:{allowedValues: schema46.properties.doc_layer.enum},message:"must be equal to one of the allowed values",schema:schema46.properties.doc_layer.enum,parentSchema:schema46.properties.doc_layer,data:data4};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.title !== undefined){
let data5 = data.title;
if(typeof data5 === "string"){
if(func3(data5) < 1){
const err24 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema46.properties.title,data:data5};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.title.type,parentSchema:schema46.properties.title,data:data5};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.summary !== undefined){
let data6 = data.summary;
if(typeof data6 === "string"){
if(func3(data6) > 512){
const err26 = {instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema46.properties.summary,data:data6};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(func3(data6) < 1){
const err27 = {instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema46.properties.summary,data:data6};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.summary.type,parentSchema:schema46.properties.summary,data:data6};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.version !== undefined){
let data7 = data.version;
if(typeof data7 === "string"){
if(!pattern50.test(data7)){
const err29 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/pattern",keyword:"pattern",params:{pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+$"},message:"must match pattern \""+"^[0-9]+\\.[0-9]+\\.[0-9]+$"+"\"",schema:"^[0-9]+\\.[0-9]+\\.[0-9]+$",parentSchema:schema46.properties.version,data:data7};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.version.type,parentSchema:schema46.properties.version,data:data7};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.status !== undefined){
let data8 = data.status;
if(typeof data8 !== "string"){
const err31 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.status.type,parentSchema:schema46.properties.status,data:data8};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(!(((((data8 === "draft") || (data8 === "active")) || (data8 === "deprecated")) || (data8 === "superseded")) || (data8 === "experimental"))){
const err32 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema46.properties.status.enum},message:"must be equal to one of the allowed values",schema:schema46.properties.status.enum,parentSchema:schema46.properties.status,data:data8};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.schema_ref !== undefined){
let data9 = data.schema_ref;
if(typeof data9 === "string"){
if(func3(data9) < 1){
const err33 = {instancePath:instancePath+"/schema_ref",schemaPath:"#/properties/schema_ref/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema46.properties.schema_ref,data:data9};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/schema_ref",schemaPath:"#/properties/schema_ref/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.schema_ref.type,parentSchema:schema46.properties.schema_ref,data:data9};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.created_at !== undefined){
let data10 = data.created_at;
if(typeof data10 === "string"){
if(!(formats0.test(data10))){
const err35 = {instancePath:instancePath+"/created_at",schemaPath:"#/properties/created_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema46.properties.created_at,data:data10};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/created_at",schemaPath:"#/properties/created_at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.created_at.type,parentSchema:schema46.properties.created_at,data:data10};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.updated_at !== undefined){
let data11 = data.updated_at;
if(typeof data11 === "string"){
if(!(formats0.test(data11))){
const err37 = {instancePath:instancePath+"/updated_at",schemaPath:"#/properties/updated_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema46.properties.updated_at,data:data11};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/updated_at",schemaPath:"#/properties/updated_at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.updated_at.type,parentSchema:schema46.properties.updated_at,data:data11};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.author_type !== undefined){
let data12 = data.author_type;
if(typeof data12 !== "string"){
const err39 = {instancePath:instancePath+"/author_type",schemaPath:"#/properties/author_type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.author_type.type,parentSchema:schema46.properties.author_type,data:data12};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(!(((data12 === "human") || (data12 === "ai")) || (data12 === "mixed"))){
const err40 = {instancePath:instancePath+"/author_type",schemaPath:"#/properties/author_type/enum",keyword:"enum",params:{allowedValues: schema46.properties.author_type.enum},message:"must be equal to one of the allowed values",schema:schema46.properties.author_type.enum,parentSchema:schema46.properties.author_type,data:data12};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.owner !== undefined){
let data13 = data.owner;
if(typeof data13 === "string"){
if(func3(data13) < 1){
const err41 = {instancePath:instancePath+"/owner",schemaPath:"#/properties/owner/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema46.properties.owner,data:data13};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/owner",schemaPath:"#/properties/owner/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.owner.type,parentSchema:schema46.properties.owner,data:data13};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.security_tier !== undefined){
let data14 = data.security_tier;
if(typeof data14 !== "string"){
const err43 = {instancePath:instancePath+"/security_tier",schemaPath:"#/properties/security_tier/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.security_tier.type,parentSchema:schema46.properties.security_tier,data:data14};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(!((((data14 === "public") || (data14 === "internal")) || (data14 === "confidential")) || (data14 === "restricted"))){
const err44 = {instancePath:instancePath+"/security_tier",schemaPath:"#/properties/security_tier/enum",keyword:"enum",params:{allowedValues: schema46.properties.security_tier.enum},message:"must be equal to one of the allowed values",schema:schema46.properties.security_tier.enum,parentSchema:schema46.properties.security_tier,data:data14};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.project_id !== undefined){
let data15 = data.project_id;
if((typeof data15 !== "string") && (data15 !== null)){
const err45 = {instancePath:instancePath+"/project_id",schemaPath:"#/properties/project_id/type",keyword:"type",params:{type: schema46.properties.project_id.type},message:"must be string,null",schema:schema46.properties.project_id.type,parentSchema:schema46.properties.project_id,data:data15};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.module_id !== undefined){
let data16 = data.module_id;
if((typeof data16 !== "string") && (data16 !== null)){
const err46 = {instancePath:instancePath+"/module_id",schemaPath:"#/properties/module_id/type",keyword:"type",params:{type: schema46.properties.module_id.type},message:"must be string,null",schema:schema46.properties.module_id.type,parentSchema:schema46.properties.module_id,data:data16};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.phase_id !== undefined){
let data17 = data.phase_id;
if((typeof data17 !== "string") && (data17 !== null)){
const err47 = {instancePath:instancePath+"/phase_id",schemaPath:"#/properties/phase_id/type",keyword:"type",params:{type: schema46.properties.phase_id.type},message:"must be string,null",schema:schema46.properties.phase_id.type,parentSchema:schema46.properties.phase_id,data:data17};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data.workstream_id !== undefined){
let data18 = data.workstream_id;
if((typeof data18 !== "string") && (data18 !== null)){
const err48 = {instancePath:instancePath+"/workstream_id",schemaPath:"#/properties/workstream_id/type",keyword:"type",params:{type: schema46.properties.workstream_id.type},message:"must be string,null",schema:schema46.properties.workstream_id.type,parentSchema:schema46.properties.workstream_id,data:data18};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data.spec_refs !== undefined){
let data19 = data.spec_refs;
if(Array.isArray(data19)){
const len0 = data19.length;
for(let i0=0; i0<len0; i0++){
let data20 = data19[i0];
if(typeof data20 === "string"){
if(!pattern0.test(data20)){
const err49 = {instancePath:instancePath+"/spec_refs/" + i0,schemaPath:"#/properties/spec_refs/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema46.properties.spec_refs.items,data:data20};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
else {
const err50 = {instancePath:instancePath+"/spec_refs/" + i0,schemaPath:"#/properties/spec_refs/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.spec_refs.items.type,parentSchema:schema46.properties.spec_refs.items,data:data20};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
let i1 = data19.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data19[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err51 = {instancePath:instancePath+"/spec_refs",schemaPath:"#/properties/spec_refs/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema46.properties.spec_refs,data:data19};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err52 = {instancePath:instancePath+"/spec_refs",schemaPath:"#/properties/spec_refs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema46.properties.spec_refs.type,parentSchema:schema46.properties.spec_refs,data:data19};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data.tags !== undefined){
let data21 = data.tags;
if(Array.isArray(data21)){
const len1 = data21.length;
for(let i2=0; i2<len1; i2++){
let data22 = data21[i2];
if(typeof data22 === "string"){
if(func3(data22) < 1){
const err53 = {instancePath:instancePath+"/tags/" + i2,schemaPath:"#/properties/tags/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema46.properties.tags.items,data:data22};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/tags/" + i2,schemaPath:"#/properties/tags/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.tags.items.type,parentSchema:schema46.properties.tags.items,data:data22};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
let i3 = data21.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data21[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err55 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)",schema:true,parentSchema:schema46.properties.tags,data:data21};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err56 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema46.properties.tags.type,parentSchema:schema46.properties.tags,data:data21};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data.patch_policy !== undefined){
let data23 = data.patch_policy;
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
for(const key1 in data23){
if(!(((key1 === "patch_required") || (key1 === "require_issue_ref")) || (key1 === "min_reviewers"))){
const err57 = {instancePath:instancePath+"/patch_policy",schemaPath:"#/properties/patch_policy/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema46.properties.patch_policy,data:data23};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data23.patch_required !== undefined){
let data24 = data23.patch_required;
if(typeof data24 !== "boolean"){
const err58 = {instancePath:instancePath+"/patch_policy/patch_required",schemaPath:"#/properties/patch_policy/properties/patch_required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema46.properties.patch_policy.properties.patch_required.type,parentSchema:schema46.properties.patch_policy.properties.patch_required,data:data24};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data23.require_issue_ref !== undefined){
let data25 = data23.require_issue_ref;
if(typeof data25 !== "boolean"){
const err59 = {instancePath:instancePath+"/patch_policy/require_issue_ref",schemaPath:"#/properties/patch_policy/properties/require_issue_ref/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema46.properties.patch_policy.properties.require_issue_ref.type,parentSchema:schema46.properties.patch_policy.properties.require_issue_ref,data:data25};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data23.min_reviewers !== undefined){
let data26 = data23.min_reviewers;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
const err60 = {instancePath:instancePath+"/patch_policy/min_reviewers",schemaPath:"#/properties/patch_policy/properties/min_reviewers/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema46.properties.patch_policy.properties.min_reviewers.type,parentSchema:schema46.properties.patch_policy.properties.min_reviewers,data:data26};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 < 0 || isNaN(data26)){
const err61 = {instancePath:instancePath+"/patch_policy/min_reviewers",schemaPath:"#/properties/patch_policy/properties/min_reviewers/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema46.properties.patch_policy.properties.min_reviewers,data:data26};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
}
else {
const err62 = {instancePath:instancePath+"/patch_policy",schemaPath:"#/properties/patch_policy/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema46.properties.patch_policy.type,parentSchema:schema46.properties.patch_policy,data:data23};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data.ascii_only !== undefined){
let data27 = data.ascii_only;
if(typeof data27 !== "boolean"){
const err63 = {instancePath:instancePath+"/ascii_only",schemaPath:"#/properties/ascii_only/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema46.properties.ascii_only.type,parentSchema:schema46.properties.ascii_only,data:data27};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data.max_line_length !== undefined){
let data28 = data.max_line_length;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
const err64 = {instancePath:instancePath+"/max_line_length",schemaPath:"#/properties/max_line_length/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema46.properties.max_line_length.type,parentSchema:schema46.properties.max_line_length,data:data28};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 < 40 || isNaN(data28)){
const err65 = {instancePath:instancePath+"/max_line_length",schemaPath:"#/properties/max_line_length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 40},message:"must be >= 40",schema:40,parentSchema:schema46.properties.max_line_length,data:data28};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
if(data.last_validated_at !== undefined){
let data29 = data.last_validated_at;
if(typeof data29 === "string"){
if(!(formats0.test(data29))){
const err66 = {instancePath:instancePath+"/last_validated_at",schemaPath:"#/properties/last_validated_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema46.properties.last_validated_at,data:data29};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
else {
const err67 = {instancePath:instancePath+"/last_validated_at",schemaPath:"#/properties/last_validated_at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.last_validated_at.type,parentSchema:schema46.properties.last_validated_at,data:data29};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data.checksum !== undefined){
let data30 = data.checksum;
if(typeof data30 !== "string"){
const err68 = {instancePath:instancePath+"/checksum",schemaPath:"#/properties/checksum/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.checksum.type,parentSchema:schema46.properties.checksum,data:data30};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
else {
const err69 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema46.type,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
validate128.errors = vErrors;
return errors === 0;
}

export const executionRequestV1 = validate129;
const schema47 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/uet/execution_request.v1.json","title":"ExecutionRequest v1","description":"An execution request: one piece of work as it is handed to a router, with what is needed to choose a tool.","type":"object","required":["request_id","project_id","phase_id","task_kind","classification","resource_scope","routing"],"additionalProperties":false,"properties":{"doc_id":{"description":"An annotation that documents of the framework carry; ignored.","type":"string"},"request_id":{"description":"Names the request.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"project_id":{"description":"The project the work belongs to.","type":"string","minLength":1},"phase_id":{"description":"The phase the work belongs to.","type":"string","minLength":1},"workstream_id":{"description":"The workstream the work belongs to, where there is one.","type":["string","null"]},"task_kind":{"description":"What sort of work it is; routing rules match it.","type":"string"},"origin":{"description":"Who asked, and when.","type":"object","properties":{"created_by":{"description":"The person or program that asked.","type":"string"},"created_at":{"description":"When it was asked.","type":"string","format":"date-time"}}},"classification":{"description":"Facts by which a tool is chosen.","type":"object","properties":{"complexity":{"description":"How hard the work is.","type":"string","enum":["trivial","simple","moderate","complex","expert"]},"risk_tier":{"description":"How much harm a mistake can do.","type":"string"},"domain":{"description":"The field of the work, for example `backend`.","type":"string"},"priority":{"description":"How soon it should start.","type":"string","enum":["low","normal","high","critical"]}}},"resource_scope":{"description":"What the work may touch, as globs.","type":"object","properties":{"read":{"description":"What may be read.","type":"array","items":{"type":"string"}},"write":{"description":"What may be changed.","type":"array","items":{"type":"string"}},"create":{"description":"What may be created.","type":"array","items":{"type":"string"}},"forbidden":{"description":"What must not be touched, whatever the other lists say.","type":"array","items":{"type":"string"}}}},"constraints":{"description":"Limits on the patch.","type":"object","properties":{"patch_only":{"description":"Whether the work must come as a patch.","type":"boolean"},"tests_must_pass":{"description":"Whether the project's tests must pass with it.","type":"boolean"},"max_lines_changed":{"description":"The most lines that the patch may add and remove together.","type":"integer"}}},"prompt_spec":{"description":"The prompt instance that is sent to the tool.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"routing":{"description":"How the tool is chosen.","type":"object","required":["strategy"],"properties":{"strategy":{"description":"Whether one tool is fixed, or they take turns, or the router decides.","type":"string","enum":["fixed","round_robin","auto"]},"allowed_tools":{"description":"The tools among which the router may choose.","type":"array","items":{"type":"string"}},"max_attempts":{"description":"The most times it is tried, on all tools together.","type":"integer","minimum":1},"timeout_seconds":{"description":"How long one attempt may take.","type":"integer","minimum":1}}},"telemetry":{"description":"What connects the request with traces.","type":"object","properties":{"correlation_id":{"description":"The same for everything that belongs together.","type":"string"},"trace_flags":{"description":"Words that tracing understands.","type":"array","items":{"type":"string"}}}}}};

function validate129(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/uet/execution_request.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.request_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "request_id"},message:"must have required property '"+"request_id"+"'",schema:schema47.required,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.project_id === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "project_id"},message:"must have required property '"+"project_id"+"'",schema:schema47.required,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.phase_id === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "phase_id"},message:"must have required property '"+"phase_id"+"'",schema:schema47.required,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.task_kind === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "task_kind"},message:"must have required property '"+"task_kind"+"'",schema:schema47.required,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.classification === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "classification"},message:"must have required property '"+"classification"+"'",schema:schema47.required,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.resource_scope === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "resource_scope"},message:"must have required property '"+"resource_scope"+"'",schema:schema47.required,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.routing === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "routing"},message:"must have required property '"+"routing"+"'",schema:schema47.required,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema47.properties, key0))){
const err7 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err8 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.doc_id.type,parentSchema:schema47.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.request_id !== undefined){
let data1 = data.request_id;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err9 = {instancePath:instancePath+"/request_id",schemaPath:"#/properties/request_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema47.properties.request_id,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/request_id",schemaPath:"#/properties/request_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.request_id.type,parentSchema:schema47.properties.request_id,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.project_id !== undefined){
let data2 = data.project_id;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err11 = {instancePath:instancePath+"/project_id",schemaPath:"#/properties/project_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema47.properties.project_id,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/project_id",schemaPath:"#/properties/project_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.project_id.type,parentSchema:schema47.properties.project_id,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.phase_id !== undefined){
let data3 = data.phase_id;
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err13 = {instancePath:instancePath+"/phase_id",schemaPath:"#/properties/phase_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema47.properties.phase_id,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/phase_id",schemaPath:"#/properties/phase_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.phase_id.type,parentSchema:schema47.properties.phase_id,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.workstream_id !== undefined){
let data4 = data.workstream_id;
if((typeof data4 !== "string") && (data4 !== null)){
const err15 = {instancePath:instancePath+"/workstream_id",schemaPath:"#/properties/workstream_id/type",keyword:"type",params:{type: schema47.properties.workstream_id.type},message:"must be string,null",schema:schema47.properties.workstream_id.type,parentSchema:schema47.properties.workstream_id,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.task_kind !== undefined){
let data5 = data.task_kind;
if(typeof data5 !== "string"){
const err16 = {instancePath:instancePath+"/task_kind",schemaPath:"#/properties/task_kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.task_kind.type,parentSchema:schema47.properties.task_kind,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.origin !== undefined){
let data6 = data.origin;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.created_by !== undefined){
let data7 = data6.created_by;
if(typeof data7 !== "string"){
const err17 = {instancePath:instancePath+"/origin/created_by",schemaPath:"#/properties/origin/properties/created_by/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.origin.properties.created_by.type,parentSchema:schema47.properties.origin.properties.created_by,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data6.created_at !== undefined){
let data8 = data6.created_at;
if(typeof data8 === "string"){
if(!(formats0.test(data8))){
const err18 = {instancePath:instancePath+"/origin/created_at",schemaPath:"#/properties/origin/properties/created_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema47.properties.origin.properties.created_at,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/origin/created_at",schemaPath:"#/properties/origin/properties/created_at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.origin.properties.created_at.type,parentSchema:schema47.properties.origin.properties.created_at,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/origin",schemaPath:"#/properties/origin/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema47.properties.origin.type,parentSchema:schema47.properties.origin,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.classification !== undefined){
let data9 = data.classification;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.complexity !== undefined){
let data10 = data9.complexity;
if(typeof data10 !== "string"){
const err21 = {instancePath:instancePath+"/classification/complexity",schemaPath:"#/properties/classification/properties/complexity/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.classification.properties.complexity.type,parentSchema:schema47.properties.classification.properties.complexity,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!(((((data10 === "trivial") || (data10 === "simple")) || (data10 === "moderate")) || (data10 === "complex")) || (data10 === "expert"))){
const err22 = {instancePath:instancePath+"/classification/complexity",schemaPath:"#/properties/classification/properties/complexity/enum",keyword:"enum",params:{allowedValues: schema47.properties.classification.properties.complexity.enum},message:"must be equal to one of the allowed values",schema:schema47.properties.classification.properties.complexity.enum,parentSchema:schema47.properties.classification.properties.complexity,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data9.risk_tier !== undefined){
let data11 = data9.risk_tier;
if(typeof data11 !== "string"){
const err23 = {instancePath:instancePath+"/classification/risk_tier",schemaPath:"#/properties/classification/properties/risk_tier/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.classification.properties.risk_tier.type,parentSchema:schema47.properties.classification.properties.risk_tier,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data9.domain !== undefined){
let data12 = data9.domain;
if(typeof data12 !== "string"){
const err24 = {instancePath:instancePath+"/classification/domain",schemaPath:"#/properties/classification/properties/domain/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.classification.properties.domain.type,parentSchema:schema47.properties.classification.properties.domain,data:data12};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data9.priority !== undefined){
let data13 = data9.priority;
if(typeof data13 !== "string"){
const err25 = {instancePath:instancePath+"/classification/priority",schemaPath:"#/properties/classification/properties/priority/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.classification.properties.priority.type,parentSchema:schema47.properties.classification.properties.priority,data:data13};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(!((((data13 === "low") || (data13 === "normal")) || (data13 === "high")) || (data13 === "critical"))){
const err26 = {instancePath:instancePath+"/classification/priority",schemaPath:"#/properties/classification/properties/priority/enum",keyword:"enum",params:{allowedValues: schema47.properties.classification.properties.priority.enum},message:"must be equal to one of the allowed values",schema:schema47.properties.classification.properties.priority.enum,parentSchema:schema47.properties.classification.properties.priority,data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/classification",schemaPath:"#/properties/classification/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema47.properties.classification.type,parentSchema:schema47.properties.classification,data:data9};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.resource_scope !== undefined){
let data14 = data.resource_scope;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.read !== undefined){
let data15 = data14.read;
if(Array.isArray(data15)){
const len0 = data15.length;
for(let i0=0; i0<len0; i0++){
let data16 = data15[i0];
if(typeof data16 !== "string"){
const err28 = {instancePath:instancePath+"/resource_scope/read/" + i0,schemaPath:"#/properties/resource_scope/properties/read/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.resource_scope.properties.read.items.type,parentSchema:schema47.properties.resource_scope.properties.read.items,data:data16};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/resource_scope/read",schemaPath:"#/properties/resource_scope/properties/read/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema47.properties.resource_scope.properties.read.type,parentSchema:schema47.properties.resource_scope.properties.read,data:data15};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data14.write !== undefined){
let data17 = data14.write;
if(Array.isArray(data17)){
const len1 = data17.length;
for(let i1=0; i1<len1; i1++){
let data18 = data17[i1];
if(typeof data18 !== "string"){
const err30 = {instancePath:instancePath+"/resource_scope/write/" + i1,schemaPath:"#/properties/resource_scope/properties/write/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.resource_scope.properties.write.items.type,parentSchema:schema47.properties.resource_scope.properties.write.items,data:data18};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/resource_scope/write",schemaPath:"#/properties/resource_scope/properties/write/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema47.properties.resource_scope.properties.write.type,parentSchema:schema47.properties.resource_scope.properties.write,data:data17};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data14.create !== undefined){
let data19 = data14.create;
if(Array.isArray(data19)){
const len2 = data19.length;
for(let i2=0; i2<len2; i2++){
let data20 = data19[i2];
if(typeof data20 !== "string"){
const err32 = {instancePath:instancePath+"/resource_scope/create/" + i2,schemaPath:"#/properties/resource_scope/properties/create/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.resource_scope.properties.create.items.type,parentSchema:schema47.properties.resource_scope.properties.create.items,data:data20};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/resource_scope/create",schemaPath:"#/properties/resource_scope/properties/create/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema47.properties.resource_scope.properties.create.type,parentSchema:schema47.properties.resource_scope.properties.create,data:data19};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data14.forbidden !== undefined){
let data21 = data14.forbidden;
if(Array.isArray(data21)){
const len3 = data21.length;
for(let i3=0; i3<len3; i3++){
let data22 = data21[i3];
if(typeof data22 !== "string"){
const err34 = {instancePath:instancePath+"/resource_scope/forbidden/" + i3,schemaPath:"#/properties/resource_scope/properties/forbidden/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.resource_scope.properties.forbidden.items.type,parentSchema:schema47.properties.resource_scope.properties.forbidden.items,data:data22};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/resource_scope/forbidden",schemaPath:"#/properties/resource_scope/properties/forbidden/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema47.properties.resource_scope.properties.forbidden.type,parentSchema:schema47.properties.resource_scope.properties.forbidden,data:data21};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath:instancePath+"/resource_scope",schemaPath:"#/properties/resource_scope/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema47.properties.resource_scope.type,parentSchema:schema47.properties.resource_scope,data:data14};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.constraints !== undefined){
let data23 = data.constraints;
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23.patch_only !== undefined){
let data24 = data23.patch_only;
if(typeof data24 !== "boolean"){
const err37 = {instancePath:instancePath+"/constraints/patch_only",schemaPath:"#/properties/constraints/properties/patch_only/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema47.properties.constraints.properties.patch_only.type,parentSchema:schema47.properties.constraints.properties.patch_only,data:data24};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data23.tests_must_pass !== undefined){
let data25 = data23.tests_must_pass;
if(typeof data25 !== "boolean"){
const err38 = {instancePath:instancePath+"/constraints/tests_must_pass",schemaPath:"#/properties/constraints/properties/tests_must_pass/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema47.properties.constraints.properties.tests_must_pass.type,parentSchema:schema47.properties.constraints.properties.tests_must_pass,data:data25};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data23.max_lines_changed !== undefined){
let data26 = data23.max_lines_changed;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
const err39 = {instancePath:instancePath+"/constraints/max_lines_changed",schemaPath:"#/properties/constraints/properties/max_lines_changed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema47.properties.constraints.properties.max_lines_changed.type,parentSchema:schema47.properties.constraints.properties.max_lines_changed,data:data26};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/constraints",schemaPath:"#/properties/constraints/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema47.properties.constraints.type,parentSchema:schema47.properties.constraints,data:data23};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.prompt_spec !== undefined){
let data27 = data.prompt_spec;
if((typeof data27 !== "string") && (data27 !== null)){
const err41 = {instancePath:instancePath+"/prompt_spec",schemaPath:"#/properties/prompt_spec/type",keyword:"type",params:{type: schema47.properties.prompt_spec.type},message:"must be string,null",schema:schema47.properties.prompt_spec.type,parentSchema:schema47.properties.prompt_spec,data:data27};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(typeof data27 === "string"){
if(!pattern0.test(data27)){
const err42 = {instancePath:instancePath+"/prompt_spec",schemaPath:"#/properties/prompt_spec/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema47.properties.prompt_spec,data:data27};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
if(data.routing !== undefined){
let data28 = data.routing;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(data28.strategy === undefined){
const err43 = {instancePath:instancePath+"/routing",schemaPath:"#/properties/routing/required",keyword:"required",params:{missingProperty: "strategy"},message:"must have required property '"+"strategy"+"'",schema:schema47.properties.routing.required,parentSchema:schema47.properties.routing,data:data28};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data28.strategy !== undefined){
let data29 = data28.strategy;
if(typeof data29 !== "string"){
const err44 = {instancePath:instancePath+"/routing/strategy",schemaPath:"#/properties/routing/properties/strategy/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.routing.properties.strategy.type,parentSchema:schema47.properties.routing.properties.strategy,data:data29};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(!(((data29 === "fixed") || (data29 === "round_robin")) || (data29 === "auto"))){
const err45 = {instancePath:instancePath+"/routing/strategy",schemaPath:"#/properties/routing/properties/strategy/enum",keyword:"enum",params:{allowedValues: schema47.properties.routing.properties.strategy.enum},message:"must be equal to one of the allowed values",schema:schema47.properties.routing.properties.strategy.enum,parentSchema:schema47.properties.routing.properties.strategy,data:data29};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data28.allowed_tools !== undefined){
let data30 = data28.allowed_tools;
if(Array.isArray(data30)){
const len4 = data30.length;
for(let i4=0; i4<len4; i4++){
let data31 = data30[i4];
if(typeof data31 !== "string"){
const err46 = {instancePath:instancePath+"/routing/allowed_tools/" + i4,schemaPath:"#/properties/routing/properties/allowed_tools/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.routing.properties.allowed_tools.items.type,parentSchema:schema47.properties.routing.properties.allowed_tools.items,data:data31};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/routing/allowed_tools",schemaPath:"#/properties/routing/properties/allowed_tools/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema47.properties.routing.properties.allowed_tools.type,parentSchema:schema47.properties.routing.properties.allowed_tools,data:data30};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data28.max_attempts !== undefined){
let data32 = data28.max_attempts;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
const err48 = {instancePath:instancePath+"/routing/max_attempts",schemaPath:"#/properties/routing/properties/max_attempts/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema47.properties.routing.properties.max_attempts.type,parentSchema:schema47.properties.routing.properties.max_attempts,data:data32};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 < 1 || isNaN(data32)){
const err49 = {instancePath:instancePath+"/routing/max_attempts",schemaPath:"#/properties/routing/properties/max_attempts/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema47.properties.routing.properties.max_attempts,data:data32};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
if(data28.timeout_seconds !== undefined){
let data33 = data28.timeout_seconds;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
const err50 = {instancePath:instancePath+"/routing/timeout_seconds",schemaPath:"#/properties/routing/properties/timeout_seconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema47.properties.routing.properties.timeout_seconds.type,parentSchema:schema47.properties.routing.properties.timeout_seconds,data:data33};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 < 1 || isNaN(data33)){
const err51 = {instancePath:instancePath+"/routing/timeout_seconds",schemaPath:"#/properties/routing/properties/timeout_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema47.properties.routing.properties.timeout_seconds,data:data33};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
}
else {
const err52 = {instancePath:instancePath+"/routing",schemaPath:"#/properties/routing/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema47.properties.routing.type,parentSchema:schema47.properties.routing,data:data28};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data.telemetry !== undefined){
let data34 = data.telemetry;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(data34.correlation_id !== undefined){
let data35 = data34.correlation_id;
if(typeof data35 !== "string"){
const err53 = {instancePath:instancePath+"/telemetry/correlation_id",schemaPath:"#/properties/telemetry/properties/correlation_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.telemetry.properties.correlation_id.type,parentSchema:schema47.properties.telemetry.properties.correlation_id,data:data35};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data34.trace_flags !== undefined){
let data36 = data34.trace_flags;
if(Array.isArray(data36)){
const len5 = data36.length;
for(let i5=0; i5<len5; i5++){
let data37 = data36[i5];
if(typeof data37 !== "string"){
const err54 = {instancePath:instancePath+"/telemetry/trace_flags/" + i5,schemaPath:"#/properties/telemetry/properties/trace_flags/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.telemetry.properties.trace_flags.items.type,parentSchema:schema47.properties.telemetry.properties.trace_flags.items,data:data37};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/telemetry/trace_flags",schemaPath:"#/properties/telemetry/properties/trace_flags/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema47.properties.telemetry.properties.trace_flags.type,parentSchema:schema47.properties.telemetry.properties.trace_flags,data:data36};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/telemetry",schemaPath:"#/properties/telemetry/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema47.properties.telemetry.type,parentSchema:schema47.properties.telemetry,data:data34};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema47.type,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
validate129.errors = vErrors;
return errors === 0;
}

export const patchArtifactV1 = validate130;
const schema48 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/uet/patch_artifact.v1.json","title":"PatchArtifact v1","description":"A patch: an immutable unified diff and where it came from.","type":"object","required":["patch_id","format","target_repo","origin","diff_text"],"additionalProperties":false,"properties":{"doc_id":{"description":"An annotation that documents of the framework carry; ignored.","type":"string"},"patch_id":{"description":"Names the patch.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"format":{"description":"How the change is written down.","type":"string","enum":["unified_diff"]},"target_repo":{"description":"The repository it is for.","type":"string","minLength":1},"base_ref":{"description":"The branch or other name it was made on.","type":["string","null"]},"base_commit":{"description":"The commit it was made on.","type":["string","null"]},"origin":{"description":"Where it came from.","type":"object","required":["execution_request_id","tool_id","created_at"],"additionalProperties":false,"properties":{"execution_request_id":{"description":"The request it answers.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"prompt_id":{"description":"The prompt instance that led to it.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"phase_id":{"description":"The phase it belongs to.","type":["string","null"]},"workstream_id":{"description":"The workstream it belongs to.","type":["string","null"]},"tool_id":{"description":"The tool that made it.","type":"string","minLength":1},"tool_run_id":{"description":"What the tool itself calls the start that made it.","type":["string","null"]},"created_at":{"description":"When it was made.","type":"string","format":"date-time"}}},"summary":{"description":"What it does, in a sentence.","type":"string","maxLength":512},"scope":{"description":"What it touches, in numbers and names.","type":"object","additionalProperties":false,"properties":{"files_touched":{"description":"The files it touches.","type":"array","uniqueItems":true,"items":{"type":"string","minLength":1}},"line_insertions":{"description":"How many lines it adds.","type":"integer","minimum":0},"line_deletions":{"description":"How many lines it removes.","type":"integer","minimum":0},"hunks":{"description":"How many places it changes.","type":"integer","minimum":0}}},"diff_text":{"description":"The diff itself.","type":"string","minLength":1}}};

function validate130(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/uet/patch_artifact.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.patch_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "patch_id"},message:"must have required property '"+"patch_id"+"'",schema:schema48.required,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.format === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "format"},message:"must have required property '"+"format"+"'",schema:schema48.required,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.target_repo === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "target_repo"},message:"must have required property '"+"target_repo"+"'",schema:schema48.required,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.origin === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "origin"},message:"must have required property '"+"origin"+"'",schema:schema48.required,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.diff_text === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "diff_text"},message:"must have required property '"+"diff_text"+"'",schema:schema48.required,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema48.properties, key0))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err6 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.doc_id.type,parentSchema:schema48.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.patch_id !== undefined){
let data1 = data.patch_id;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err7 = {instancePath:instancePath+"/patch_id",schemaPath:"#/properties/patch_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema48.properties.patch_id,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/patch_id",schemaPath:"#/properties/patch_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.patch_id.type,parentSchema:schema48.properties.patch_id,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.format !== undefined){
let data2 = data.format;
if(typeof data2 !== "string"){
const err9 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.format.type,parentSchema:schema48.properties.format,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!(data2 === "unified_diff")){
const err10 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/enum",keyword:"enum",params:{allowedValues: schema48.properties.format.enum},message:"must be equal to one of the allowed values",schema:schema48.properties.format.enum,parentSchema:schema48.properties.format,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.target_repo !== undefined){
let data3 = data.target_repo;
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err11 = {instancePath:instancePath+"/target_repo",schemaPath:"#/properties/target_repo/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema48.properties.target_repo,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/target_repo",schemaPath:"#/properties/target_repo/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.target_repo.type,parentSchema:schema48.properties.target_repo,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.base_ref !== undefined){
let data4 = data.base_ref;
if((typeof data4 !== "string") && (data4 !== null)){
const err13 = {instancePath:instancePath+"/base_ref",schemaPath:"#/properties/base_ref/type",keyword:"type",params:{type: schema48.properties.base_ref.type},message:"must be string,null",schema:schema48.properties.base_ref.type,parentSchema:schema48.properties.base_ref,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.base_commit !== undefined){
let data5 = data.base_commit;
if((typeof data5 !== "string") && (data5 !== null)){
const err14 = {instancePath:instancePath+"/base_commit",schemaPath:"#/properties/base_commit/type",keyword:"type",params:{type: schema48.properties.base_commit.type},message:"must be string,null",schema:schema48.properties.base_commit.type,parentSchema:schema48.properties.base_commit,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.origin !== undefined){
let data6 = data.origin;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.execution_request_id === undefined){
const err15 = {instancePath:instancePath+"/origin",schemaPath:"#/properties/origin/required",keyword:"required",params:{missingProperty: "execution_request_id"},message:"must have required property '"+"execution_request_id"+"'",schema:schema48.properties.origin.required,parentSchema:schema48.properties.origin,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data6.tool_id === undefined){
const err16 = {instancePath:instancePath+"/origin",schemaPath:"#/properties/origin/required",keyword:"required",params:{missingProperty: "tool_id"},message:"must have required property '"+"tool_id"+"'",schema:schema48.properties.origin.required,parentSchema:schema48.properties.origin,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data6.created_at === undefined){
const err17 = {instancePath:instancePath+"/origin",schemaPath:"#/properties/origin/required",keyword:"required",params:{missingProperty: "created_at"},message:"must have required property '"+"created_at"+"'",schema:schema48.properties.origin.required,parentSchema:schema48.properties.origin,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
for(const key1 in data6){
if(!(((((((key1 === "execution_request_id") || (key1 === "prompt_id")) || (key1 === "phase_id")) || (key1 === "workstream_id")) || (key1 === "tool_id")) || (key1 === "tool_run_id")) || (key1 === "created_at"))){
const err18 = {instancePath:instancePath+"/origin",schemaPath:"#/properties/origin/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema48.properties.origin,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data6.execution_request_id !== undefined){
let data7 = data6.execution_request_id;
if(typeof data7 === "string"){
if(!pattern0.test(data7)){
const err19 = {instancePath:instancePath+"/origin/execution_request_id",schemaPath:"#/properties/origin/properties/execution_request_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema48.properties.origin.properties.execution_request_id,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/origin/execution_request_id",schemaPath:"#/properties/origin/properties/execution_request_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.origin.properties.execution_request_id.type,parentSchema:schema48.properties.origin.properties.execution_request_id,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data6.prompt_id !== undefined){
let data8 = data6.prompt_id;
if((typeof data8 !== "string") && (data8 !== null)){
const err21 = {instancePath:instancePath+"/origin/prompt_id",schemaPath:"#/properties/origin/properties/prompt_id/type",keyword:"type",params:{type: schema48.properties.origin.properties.prompt_id.type},message:"must be string,null",schema:schema48.properties.origin.properties.prompt_id.type,parentSchema:schema48.properties.origin.properties.prompt_id,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(typeof data8 === "string"){
if(!pattern0.test(data8)){
const err22 = {instancePath:instancePath+"/origin/prompt_id",schemaPath:"#/properties/origin/properties/prompt_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema48.properties.origin.properties.prompt_id,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
if(data6.phase_id !== undefined){
let data9 = data6.phase_id;
if((typeof data9 !== "string") && (data9 !== null)){
const err23 = {instancePath:instancePath+"/origin/phase_id",schemaPath:"#/properties/origin/properties/phase_id/type",keyword:"type",params:{type: schema48.properties.origin.properties.phase_id.type},message:"must be string,null",schema:schema48.properties.origin.properties.phase_id.type,parentSchema:schema48.properties.origin.properties.phase_id,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data6.workstream_id !== undefined){
let data10 = data6.workstream_id;
if((typeof data10 !== "string") && (data10 !== null)){
const err24 = {instancePath:instancePath+"/origin/workstream_id",schemaPath:"#/properties/origin/properties/workstream_id/type",keyword:"type",params:{type: schema48.properties.origin.properties.workstream_id.type},message:"must be string,null",schema:schema48.properties.origin.properties.workstream_id.type,parentSchema:schema48.properties.origin.properties.workstream_id,data:data10};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data6.tool_id !== undefined){
let data11 = data6.tool_id;
if(typeof data11 === "string"){
if(func3(data11) < 1){
const err25 = {instancePath:instancePath+"/origin/tool_id",schemaPath:"#/properties/origin/properties/tool_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema48.properties.origin.properties.tool_id,data:data11};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/origin/tool_id",schemaPath:"#/properties/origin/properties/tool_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.origin.properties.tool_id.type,parentSchema:schema48.properties.origin.properties.tool_id,data:data11};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data6.tool_run_id !== undefined){
let data12 = data6.tool_run_id;
if((typeof data12 !== "string") && (data12 !== null)){
const err27 = {instancePath:instancePath+"/origin/tool_run_id",schemaPath:"#/properties/origin/properties/tool_run_id/type",keyword:"type",params:{type: schema48.properties.origin.properties.tool_run_id.type},message:"must be string,null",schema:schema48.properties.origin.properties.tool_run_id.type,parentSchema:schema48.properties.origin.properties.tool_run_id,data:data12};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data6.created_at !== undefined){
let data13 = data6.created_at;
if(typeof data13 === "string"){
if(!(formats0.test(data13))){
const err28 = {instancePath:instancePath+"/origin/created_at",schemaPath:"#/properties/origin/properties/created_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema48.properties.origin.properties.created_at,data:data13};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/origin/created_at",schemaPath:"#/properties/origin/properties/created_at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.origin.properties.created_at.type,parentSchema:schema48.properties.origin.properties.created_at,data:data13};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/origin",schemaPath:"#/properties/origin/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.properties.origin.type,parentSchema:schema48.properties.origin,data:data6};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.summary !== undefined){
let data14 = data.summary;
if(typeof data14 === "string"){
if(func3(data14) > 512){
const err31 = {instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema48.properties.summary,data:data14};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.summary.type,parentSchema:schema48.properties.summary,data:data14};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.scope !== undefined){
let data15 = data.scope;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key2 in data15){
if(!((((key2 === "files_touched") || (key2 === "line_insertions")) || (key2 === "line_deletions")) || (key2 === "hunks"))){
const err33 = {instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema48.properties.scope,data:data15};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data15.files_touched !== undefined){
let data16 = data15.files_touched;
if(Array.isArray(data16)){
const len0 = data16.length;
for(let i0=0; i0<len0; i0++){
let data17 = data16[i0];
if(typeof data17 === "string"){
if(func3(data17) < 1){
const err34 = {instancePath:instancePath+"/scope/files_touched/" + i0,schemaPath:"#/properties/scope/properties/files_touched/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema48.properties.scope.properties.files_touched.items,data:data17};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/scope/files_touched/" + i0,schemaPath:"#/properties/scope/properties/files_touched/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.scope.properties.files_touched.items.type,parentSchema:schema48.properties.scope.properties.files_touched.items,data:data17};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
let i1 = data16.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data16[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err36 = {instancePath:instancePath+"/scope/files_touched",schemaPath:"#/properties/scope/properties/files_touched/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema48.properties.scope.properties.files_touched,data:data16};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err37 = {instancePath:instancePath+"/scope/files_touched",schemaPath:"#/properties/scope/properties/files_touched/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema48.properties.scope.properties.files_touched.type,parentSchema:schema48.properties.scope.properties.files_touched,data:data16};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data15.line_insertions !== undefined){
let data18 = data15.line_insertions;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err38 = {instancePath:instancePath+"/scope/line_insertions",schemaPath:"#/properties/scope/properties/line_insertions/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema48.properties.scope.properties.line_insertions.type,parentSchema:schema48.properties.scope.properties.line_insertions,data:data18};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 < 0 || isNaN(data18)){
const err39 = {instancePath:instancePath+"/scope/line_insertions",schemaPath:"#/properties/scope/properties/line_insertions/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema48.properties.scope.properties.line_insertions,data:data18};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
if(data15.line_deletions !== undefined){
let data19 = data15.line_deletions;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err40 = {instancePath:instancePath+"/scope/line_deletions",schemaPath:"#/properties/scope/properties/line_deletions/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema48.properties.scope.properties.line_deletions.type,parentSchema:schema48.properties.scope.properties.line_deletions,data:data19};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 0 || isNaN(data19)){
const err41 = {instancePath:instancePath+"/scope/line_deletions",schemaPath:"#/properties/scope/properties/line_deletions/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema48.properties.scope.properties.line_deletions,data:data19};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
if(data15.hunks !== undefined){
let data20 = data15.hunks;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err42 = {instancePath:instancePath+"/scope/hunks",schemaPath:"#/properties/scope/properties/hunks/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema48.properties.scope.properties.hunks.type,parentSchema:schema48.properties.scope.properties.hunks,data:data20};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 0 || isNaN(data20)){
const err43 = {instancePath:instancePath+"/scope/hunks",schemaPath:"#/properties/scope/properties/hunks/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema48.properties.scope.properties.hunks,data:data20};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
}
else {
const err44 = {instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.properties.scope.type,parentSchema:schema48.properties.scope,data:data15};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.diff_text !== undefined){
let data21 = data.diff_text;
if(typeof data21 === "string"){
if(func3(data21) < 1){
const err45 = {instancePath:instancePath+"/diff_text",schemaPath:"#/properties/diff_text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema48.properties.diff_text,data:data21};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/diff_text",schemaPath:"#/properties/diff_text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.diff_text.type,parentSchema:schema48.properties.diff_text,data:data21};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.type,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
validate130.errors = vErrors;
return errors === 0;
}

export const patchLedgerEntryV1 = validate131;
const schema49 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/uet/patch_ledger_entry.v1.json","title":"PatchLedgerEntry v1","description":"A ledger entry: one patch with its state, its history, and what was found and done.","type":"object","required":["ledger_id","patch_id","project_id","state","validation"],"additionalProperties":false,"properties":{"doc_id":{"description":"An annotation that documents of the framework carry; ignored.","type":"string"},"ledger_id":{"description":"Names the entry.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"patch_id":{"description":"The patch it is about.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"project_id":{"description":"The project the patch is for.","type":"string","minLength":1},"phase_id":{"description":"The phase the patch belongs to.","type":["string","null"]},"workstream_id":{"description":"The workstream the patch belongs to.","type":["string","null"]},"execution_request_id":{"description":"The request the patch answers.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"state":{"description":"Where the patch stands.","type":"string","enum":["created","validated","queued","applied","apply_failed","verified","committed","rolled_back","quarantined","dropped"]},"state_history":{"description":"Every state it was in, oldest first.","type":"array","items":{"description":"One state with its date.","type":"object","required":["state","at"],"additionalProperties":false,"properties":{"state":{"description":"The state.","type":"string"},"at":{"description":"When it was entered.","type":"string","format":"date-time"},"reason":{"description":"Why it was entered.","type":"string"}}}},"validation":{"description":"What the checks found.","type":"object","required":["format_ok","scope_ok","constraints_ok"],"additionalProperties":false,"properties":{"format_ok":{"description":"Whether it is a well-formed diff.","type":"boolean"},"scope_ok":{"description":"Whether it stays inside its scope.","type":"boolean"},"constraints_ok":{"description":"Whether it keeps the limits.","type":"boolean"},"tests_ran":{"description":"Whether tests have run on it.","type":"boolean"},"tests_passed":{"description":"Whether those tests passed.","type":"boolean"},"validation_errors":{"description":"What was found wrong, a sentence each.","type":"array","items":{"type":"string"}}}},"apply":{"description":"How applying it went.","type":"object","additionalProperties":false,"properties":{"attempts":{"description":"How often it was tried.","type":"integer","minimum":0},"last_attempt_at":{"description":"When it was last tried.","type":"string","format":"date-time"},"last_error_code":{"description":"The code of the last failure.","type":"string"},"last_error_message":{"description":"The last failure in words.","type":"string"},"workspace_path":{"description":"The folder it was applied in.","type":"string"},"applied_files":{"description":"The files that were changed.","type":"array","uniqueItems":true,"items":{"type":"string"}}}},"quarantine":{"description":"Whether and why it was set aside.","type":"object","additionalProperties":false,"properties":{"is_quarantined":{"description":"Whether it is set aside.","type":"boolean"},"quarantine_reason":{"description":"Why it was set aside.","type":"string"},"quarantine_path":{"description":"Where it is kept.","type":"string"},"quarantined_at":{"description":"When it was set aside.","type":"string","format":"date-time"}}},"relations":{"description":"Other patches it has to do with.","type":"object","additionalProperties":false,"properties":{"replaces_patch_id":{"description":"The patch in whose place it came.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"rollback_of_patch_id":{"description":"The patch it takes back.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"chain_id":{"description":"The same for patches that follow each other.","type":["string","null"]}}}}};

function validate131(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/uet/patch_ledger_entry.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.ledger_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "ledger_id"},message:"must have required property '"+"ledger_id"+"'",schema:schema49.required,parentSchema:schema49,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.patch_id === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "patch_id"},message:"must have required property '"+"patch_id"+"'",schema:schema49.required,parentSchema:schema49,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.project_id === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "project_id"},message:"must have required property '"+"project_id"+"'",schema:schema49.required,parentSchema:schema49,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.state === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "state"},message:"must have required property '"+"state"+"'",schema:schema49.required,parentSchema:schema49,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.validation === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "validation"},message:"must have required property '"+"validation"+"'",schema:schema49.required,parentSchema:schema49,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema49.properties, key0))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema49,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err6 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.doc_id.type,parentSchema:schema49.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.ledger_id !== undefined){
let data1 = data.ledger_id;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err7 = {instancePath:instancePath+"/ledger_id",schemaPath:"#/properties/ledger_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema49.properties.ledger_id,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/ledger_id",schemaPath:"#/properties/ledger_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.ledger_id.type,parentSchema:schema49.properties.ledger_id,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.patch_id !== undefined){
let data2 = data.patch_id;
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
const err9 = {instancePath:instancePath+"/patch_id",schemaPath:"#/properties/patch_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema49.properties.patch_id,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/patch_id",schemaPath:"#/properties/patch_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.patch_id.type,parentSchema:schema49.properties.patch_id,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.project_id !== undefined){
let data3 = data.project_id;
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err11 = {instancePath:instancePath+"/project_id",schemaPath:"#/properties/project_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema49.properties.project_id,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/project_id",schemaPath:"#/properties/project_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.project_id.type,parentSchema:schema49.properties.project_id,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.phase_id !== undefined){
let data4 = data.phase_id;
if((typeof data4 !== "string") && (data4 !== null)){
const err13 = {instancePath:instancePath+"/phase_id",schemaPath:"#/properties/phase_id/type",keyword:"type",params:{type: schema49.properties.phase_id.type},message:"must be string,null",schema:schema49.properties.phase_id.type,parentSchema:schema49.properties.phase_id,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.workstream_id !== undefined){
let data5 = data.workstream_id;
if((typeof data5 !== "string") && (data5 !== null)){
const err14 = {instancePath:instancePath+"/workstream_id",schemaPath:"#/properties/workstream_id/type",keyword:"type",params:{type: schema49.properties.workstream_id.type},message:"must be string,null",schema:schema49.properties.workstream_id.type,parentSchema:schema49.properties.workstream_id,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.execution_request_id !== undefined){
let data6 = data.execution_request_id;
if((typeof data6 !== "string") && (data6 !== null)){
const err15 = {instancePath:instancePath+"/execution_request_id",schemaPath:"#/properties/execution_request_id/type",keyword:"type",params:{type: schema49.properties.execution_request_id.type},message:"must be string,null",schema:schema49.properties.execution_request_id.type,parentSchema:schema49.properties.execution_request_id,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(typeof data6 === "string"){
if(!pattern0.test(data6)){
const err16 = {instancePath:instancePath+"/execution_request_id",schemaPath:"#/properties/execution_request_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema49.properties.execution_request_id,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
if(data.state !== undefined){
let data7 = data.state;
if(typeof data7 !== "string"){
const err17 = {instancePath:instancePath+"/state",schemaPath:"#/properties/state/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.state.type,parentSchema:schema49.properties.state,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(!((((((((((data7 === "created") || (data7 === "validated")) || (data7 === "queued")) || (data7 === "applied")) || (data7 === "apply_failed")) || (data7 === "verified")) || (data7 === "committed")) || (data7 === "rolled_back")) || (data7 === "quarantined")) || (data7 === "dropped"))){
const err18 = {instancePath:instancePath+"/state",schemaPath:"#/properties/state/enum",keyword:"enum",params:{allowedValues: schema49.properties.state.enum},message:"must be equal to one of the allowed values",schema:schema49.properties.state.enum,parentSchema:schema49.properties.state,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.state_history !== undefined){
let data8 = data.state_history;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.state === undefined){
const err19 = {instancePath:instancePath+"/state_history/" + i0,schemaPath:"#/properties/state_history/items/required",keyword:"required",params:{missingProperty: "state"},message:"must have required property '"+"state"+"'",schema:schema49.properties.state_history.items.required,parentSchema:schema49.properties.state_history.items,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data9.at === undefined){
const err20 = {instancePath:instancePath+"/state_history/" + i0,schemaPath:"#/properties/state_history/items/required",keyword:"required",params:{missingProperty: "at"},message:"must have required property '"+"at"+"'",schema:schema49.properties.state_history.items.required,parentSchema:schema49.properties.state_history.items,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
for(const key1 in data9){
if(!(((key1 === "state") || (key1 === "at")) || (key1 === "reason"))){
const err21 = {instancePath:instancePath+"/state_history/" + i0,schemaPath:"#/properties/state_history/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema49.properties.state_history.items,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data9.state !== undefined){
let data10 = data9.state;
if(typeof data10 !== "string"){
const err22 = {instancePath:instancePath+"/state_history/" + i0+"/state",schemaPath:"#/properties/state_history/items/properties/state/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.state_history.items.properties.state.type,parentSchema:schema49.properties.state_history.items.properties.state,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data9.at !== undefined){
let data11 = data9.at;
if(typeof data11 === "string"){
if(!(formats0.test(data11))){
const err23 = {instancePath:instancePath+"/state_history/" + i0+"/at",schemaPath:"#/properties/state_history/items/properties/at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema49.properties.state_history.items.properties.at,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/state_history/" + i0+"/at",schemaPath:"#/properties/state_history/items/properties/at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.state_history.items.properties.at.type,parentSchema:schema49.properties.state_history.items.properties.at,data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data9.reason !== undefined){
let data12 = data9.reason;
if(typeof data12 !== "string"){
const err25 = {instancePath:instancePath+"/state_history/" + i0+"/reason",schemaPath:"#/properties/state_history/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.state_history.items.properties.reason.type,parentSchema:schema49.properties.state_history.items.properties.reason,data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/state_history/" + i0,schemaPath:"#/properties/state_history/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema49.properties.state_history.items.type,parentSchema:schema49.properties.state_history.items,data:data9};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/state_history",schemaPath:"#/properties/state_history/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema49.properties.state_history.type,parentSchema:schema49.properties.state_history,data:data8};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.validation !== undefined){
let data13 = data.validation;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.format_ok === undefined){
const err28 = {instancePath:instancePath+"/validation",schemaPath:"#/properties/validation/required",keyword:"required",params:{missingProperty: "format_ok"},message:"must have required property '"+"format_ok"+"'",schema:schema49.properties.validation.required,parentSchema:schema49.properties.validation,data:data13};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data13.scope_ok === undefined){
const err29 = {instancePath:instancePath+"/validation",schemaPath:"#/properties/validation/required",keyword:"required",params:{missingProperty: "scope_ok"},message:"must have required property '"+"scope_ok"+"'",schema:schema49.properties.validation.required,parentSchema:schema49.properties.validation,data:data13};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data13.constraints_ok === undefined){
const err30 = {instancePath:instancePath+"/validation",schemaPath:"#/properties/validation/required",keyword:"required",params:{missingProperty: "constraints_ok"},message:"must have required property '"+"constraints_ok"+"'",schema:schema49.properties.validation.required,parentSchema:schema49.properties.validation,data:data13};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
for(const key2 in data13){
if(!((((((key2 === "format_ok") || (key2 === "scope_ok")) || (key2 === "constraints_ok")) || (key2 === "tests_ran")) || (key2 === "tests_passed")) || (key2 === "validation_errors"))){
const err31 = {instancePath:instancePath+"/validation",schemaPath:"#/properties/validation/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema49.properties.validation,data:data13};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data13.format_ok !== undefined){
let data14 = data13.format_ok;
if(typeof data14 !== "boolean"){
const err32 = {instancePath:instancePath+"/validation/format_ok",schemaPath:"#/properties/validation/properties/format_ok/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema49.properties.validation.properties.format_ok.type,parentSchema:schema49.properties.validation.properties.format_ok,data:data14};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data13.scope_ok !== undefined){
let data15 = data13.scope_ok;
if(typeof data15 !== "boolean"){
const err33 = {instancePath:instancePath+"/validation/scope_ok",schemaPath:"#/properties/validation/properties/scope_ok/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema49.properties.validation.properties.scope_ok.type,parentSchema:schema49.properties.validation.properties.scope_ok,data:data15};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data13.constraints_ok !== undefined){
let data16 = data13.constraints_ok;
if(typeof data16 !== "boolean"){
const err34 = {instancePath:instancePath+"/validation/constraints_ok",schemaPath:"#/properties/validation/properties/constraints_ok/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema49.properties.validation.properties.constraints_ok.type,parentSchema:schema49.properties.validation.properties.constraints_ok,data:data16};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data13.tests_ran !== undefined){
let data17 = data13.tests_ran;
if(typeof data17 !== "boolean"){
const err35 = {instancePath:instancePath+"/validation/tests_ran",schemaPath:"#/properties/validation/properties/tests_ran/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema49.properties.validation.properties.tests_ran.type,parentSchema:schema49.properties.validation.properties.tests_ran,data:data17};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data13.tests_passed !== undefined){
let data18 = data13.tests_passed;
if(typeof data18 !== "boolean"){
const err36 = {instancePath:instancePath+"/validation/tests_passed",schemaPath:"#/properties/validation/properties/tests_passed/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema49.properties.validation.properties.tests_passed.type,parentSchema:schema49.properties.validation.properties.tests_passed,data:data18};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data13.validation_errors !== undefined){
let data19 = data13.validation_errors;
if(Array.isArray(data19)){
const len1 = data19.length;
for(let i1=0; i1<len1; i1++){
let data20 = data19[i1];
if(typeof data20 !== "string"){
const err37 = {instancePath:instancePath+"/validation/validation_errors/" + i1,schemaPath:"#/properties/validation/properties/validation_errors/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.validation.properties.validation_errors.items.type,parentSchema:schema49.properties.validation.properties.validation_errors.items,data:data20};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/validation/validation_errors",schemaPath:"#/properties/validation/properties/validation_errors/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema49.properties.validation.properties.validation_errors.type,parentSchema:schema49.properties.validation.properties.validation_errors,data:data19};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/validation",schemaPath:"#/properties/validation/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema49.properties.validation.type,parentSchema:schema49.properties.validation,data:data13};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.apply !== undefined){
let data21 = data.apply;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
for(const key3 in data21){
if(!((((((key3 === "attempts") || (key3 === "last_attempt_at")) || (key3 === "last_error_code")) || (key3 === "last_error_message")) || (key3 === "workspace_path")) || (key3 === "applied_files"))){
const err40 = {instancePath:instancePath+"/apply",schemaPath:"#/properties/apply/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema49.properties.apply,data:data21};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data21.attempts !== undefined){
let data22 = data21.attempts;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err41 = {instancePath:instancePath+"/apply/attempts",schemaPath:"#/properties/apply/properties/attempts/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema49.properties.apply.properties.attempts.type,parentSchema:schema49.properties.apply.properties.attempts,data:data22};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 0 || isNaN(data22)){
const err42 = {instancePath:instancePath+"/apply/attempts",schemaPath:"#/properties/apply/properties/attempts/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema49.properties.apply.properties.attempts,data:data22};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
if(data21.last_attempt_at !== undefined){
let data23 = data21.last_attempt_at;
if(typeof data23 === "string"){
if(!(formats0.test(data23))){
const err43 = {instancePath:instancePath+"/apply/last_attempt_at",schemaPath:"#/properties/apply/properties/last_attempt_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema49.properties.apply.properties.last_attempt_at,data:data23};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/apply/last_attempt_at",schemaPath:"#/properties/apply/properties/last_attempt_at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.apply.properties.last_attempt_at.type,parentSchema:schema49.properties.apply.properties.last_attempt_at,data:data23};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data21.last_error_code !== undefined){
let data24 = data21.last_error_code;
if(typeof data24 !== "string"){
const err45 = {instancePath:instancePath+"/apply/last_error_code",schemaPath:"#/properties/apply/properties/last_error_code/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.apply.properties.last_error_code.type,parentSchema:schema49.properties.apply.properties.last_error_code,data:data24};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data21.last_error_message !== undefined){
let data25 = data21.last_error_message;
if(typeof data25 !== "string"){
const err46 = {instancePath:instancePath+"/apply/last_error_message",schemaPath:"#/properties/apply/properties/last_error_message/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.apply.properties.last_error_message.type,parentSchema:schema49.properties.apply.properties.last_error_message,data:data25};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data21.workspace_path !== undefined){
let data26 = data21.workspace_path;
if(typeof data26 !== "string"){
const err47 = {instancePath:instancePath+"/apply/workspace_path",schemaPath:"#/properties/apply/properties/workspace_path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.apply.properties.workspace_path.type,parentSchema:schema49.properties.apply.properties.workspace_path,data:data26};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data21.applied_files !== undefined){
let data27 = data21.applied_files;
if(Array.isArray(data27)){
const len2 = data27.length;
for(let i2=0; i2<len2; i2++){
let data28 = data27[i2];
if(typeof data28 !== "string"){
const err48 = {instancePath:instancePath+"/apply/applied_files/" + i2,schemaPath:"#/properties/apply/properties/applied_files/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.apply.properties.applied_files.items.type,parentSchema:schema49.properties.apply.properties.applied_files.items,data:data28};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
let i3 = data27.length;
let j0;
if(i3 > 1){
const indices0 = {};
for(;i3--;){
let item0 = data27[i3];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err49 = {instancePath:instancePath+"/apply/applied_files",schemaPath:"#/properties/apply/properties/applied_files/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i3+" are identical)",schema:true,parentSchema:schema49.properties.apply.properties.applied_files,data:data27};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
break;
}
indices0[item0] = i3;
}
}
}
else {
const err50 = {instancePath:instancePath+"/apply/applied_files",schemaPath:"#/properties/apply/properties/applied_files/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema49.properties.apply.properties.applied_files.type,parentSchema:schema49.properties.apply.properties.applied_files,data:data27};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/apply",schemaPath:"#/properties/apply/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema49.properties.apply.type,parentSchema:schema49.properties.apply,data:data21};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data.quarantine !== undefined){
let data29 = data.quarantine;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key4 in data29){
if(!((((key4 === "is_quarantined") || (key4 === "quarantine_reason")) || (key4 === "quarantine_path")) || (key4 === "quarantined_at"))){
const err52 = {instancePath:instancePath+"/quarantine",schemaPath:"#/properties/quarantine/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema49.properties.quarantine,data:data29};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data29.is_quarantined !== undefined){
let data30 = data29.is_quarantined;
if(typeof data30 !== "boolean"){
const err53 = {instancePath:instancePath+"/quarantine/is_quarantined",schemaPath:"#/properties/quarantine/properties/is_quarantined/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema49.properties.quarantine.properties.is_quarantined.type,parentSchema:schema49.properties.quarantine.properties.is_quarantined,data:data30};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data29.quarantine_reason !== undefined){
let data31 = data29.quarantine_reason;
if(typeof data31 !== "string"){
const err54 = {instancePath:instancePath+"/quarantine/quarantine_reason",schemaPath:"#/properties/quarantine/properties/quarantine_reason/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.quarantine.properties.quarantine_reason.type,parentSchema:schema49.properties.quarantine.properties.quarantine_reason,data:data31};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data29.quarantine_path !== undefined){
let data32 = data29.quarantine_path;
if(typeof data32 !== "string"){
const err55 = {instancePath:instancePath+"/quarantine/quarantine_path",schemaPath:"#/properties/quarantine/properties/quarantine_path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.quarantine.properties.quarantine_path.type,parentSchema:schema49.properties.quarantine.properties.quarantine_path,data:data32};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data29.quarantined_at !== undefined){
let data33 = data29.quarantined_at;
if(typeof data33 === "string"){
if(!(formats0.test(data33))){
const err56 = {instancePath:instancePath+"/quarantine/quarantined_at",schemaPath:"#/properties/quarantine/properties/quarantined_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema49.properties.quarantine.properties.quarantined_at,data:data33};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
else {
const err57 = {instancePath:instancePath+"/quarantine/quarantined_at",schemaPath:"#/properties/quarantine/properties/quarantined_at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.quarantine.properties.quarantined_at.type,parentSchema:schema49.properties.quarantine.properties.quarantined_at,data:data33};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
else {
const err58 = {instancePath:instancePath+"/quarantine",schemaPath:"#/properties/quarantine/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema49.properties.quarantine.type,parentSchema:schema49.properties.quarantine,data:data29};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data.relations !== undefined){
let data34 = data.relations;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
for(const key5 in data34){
if(!(((key5 === "replaces_patch_id") || (key5 === "rollback_of_patch_id")) || (key5 === "chain_id"))){
const err59 = {instancePath:instancePath+"/relations",schemaPath:"#/properties/relations/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema49.properties.relations,data:data34};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data34.replaces_patch_id !== undefined){
let data35 = data34.replaces_patch_id;
if((typeof data35 !== "string") && (data35 !== null)){
const err60 = {instancePath:instancePath+"/relations/replaces_patch_id",schemaPath:"#/properties/relations/properties/replaces_patch_id/type",keyword:"type",params:{type: schema49.properties.relations.properties.replaces_patch_id.type},message:"must be string,null",schema:schema49.properties.relations.properties.replaces_patch_id.type,parentSchema:schema49.properties.relations.properties.replaces_patch_id,data:data35};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(typeof data35 === "string"){
if(!pattern0.test(data35)){
const err61 = {instancePath:instancePath+"/relations/replaces_patch_id",schemaPath:"#/properties/relations/properties/replaces_patch_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema49.properties.relations.properties.replaces_patch_id,data:data35};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
if(data34.rollback_of_patch_id !== undefined){
let data36 = data34.rollback_of_patch_id;
if((typeof data36 !== "string") && (data36 !== null)){
const err62 = {instancePath:instancePath+"/relations/rollback_of_patch_id",schemaPath:"#/properties/relations/properties/rollback_of_patch_id/type",keyword:"type",params:{type: schema49.properties.relations.properties.rollback_of_patch_id.type},message:"must be string,null",schema:schema49.properties.relations.properties.rollback_of_patch_id.type,parentSchema:schema49.properties.relations.properties.rollback_of_patch_id,data:data36};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(typeof data36 === "string"){
if(!pattern0.test(data36)){
const err63 = {instancePath:instancePath+"/relations/rollback_of_patch_id",schemaPath:"#/properties/relations/properties/rollback_of_patch_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema49.properties.relations.properties.rollback_of_patch_id,data:data36};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
if(data34.chain_id !== undefined){
let data37 = data34.chain_id;
if((typeof data37 !== "string") && (data37 !== null)){
const err64 = {instancePath:instancePath+"/relations/chain_id",schemaPath:"#/properties/relations/properties/chain_id/type",keyword:"type",params:{type: schema49.properties.relations.properties.chain_id.type},message:"must be string,null",schema:schema49.properties.relations.properties.chain_id.type,parentSchema:schema49.properties.relations.properties.chain_id,data:data37};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
else {
const err65 = {instancePath:instancePath+"/relations",schemaPath:"#/properties/relations/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema49.properties.relations.type,parentSchema:schema49.properties.relations,data:data34};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
else {
const err66 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema49.type,parentSchema:schema49,data};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
validate131.errors = vErrors;
return errors === 0;
}

export const patchPolicyV1 = validate132;
const schema50 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/uet/patch_policy.v1.json","title":"PatchPolicy v1","description":"A patch policy: rules for patches at one level, from the whole installation down to one document.","type":"object","required":["patch_policy_id","scope","constraints"],"additionalProperties":false,"properties":{"doc_id":{"description":"An annotation that documents of the framework carry; ignored.","type":"string"},"patch_policy_id":{"description":"Names the policy.","type":"string","minLength":1},"scope":{"description":"Where the policy holds.","type":"object","required":["level"],"additionalProperties":false,"properties":{"level":{"description":"How far it reaches.","type":"string","enum":["global","project","phase","doc"]},"project_id":{"description":"The project it holds for, where it is not for all.","type":["string","null"]},"phase_id":{"description":"The phase it holds for, where it is not for all.","type":["string","null"]},"doc_ulid":{"description":"The document it holds for, where it is for one.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"}}},"constraints":{"description":"The rules.","type":"object","additionalProperties":false,"properties":{"allowed_formats":{"description":"How a change may be written down.","type":"array","uniqueItems":true,"items":{"type":"string"}},"patch_required":{"description":"Whether work must come as a patch.","type":"boolean","default":true},"max_lines_changed":{"description":"The most lines that one patch may add and remove together.","type":"integer","minimum":1},"max_files_changed":{"description":"The most files that one patch may touch.","type":"integer","minimum":1},"forbid_binary_patches":{"description":"Whether binary files are refused.","type":"boolean","default":true},"forbid_touching_paths":{"description":"What no patch may touch, as globs.","type":"array","uniqueItems":true,"items":{"type":"string"}},"require_tests_for_paths":{"description":"What must not change without tests, as globs.","type":"array","uniqueItems":true,"items":{"type":"string"}},"require_issue_ref":{"description":"Whether a patch must name an issue.","type":"boolean","default":true},"min_reviewers":{"description":"How many people must have approved it.","type":"integer","minimum":0,"default":1},"oscillation_window":{"description":"How many of the last patches are looked at for a change that goes to and fro.","type":"integer","minimum":1},"oscillation_threshold":{"description":"How often it may go to and fro among them.","type":"integer","minimum":1}}}}};

function validate132(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/uet/patch_policy.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.patch_policy_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "patch_policy_id"},message:"must have required property '"+"patch_policy_id"+"'",schema:schema50.required,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.scope === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "scope"},message:"must have required property '"+"scope"+"'",schema:schema50.required,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.constraints === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "constraints"},message:"must have required property '"+"constraints"+"'",schema:schema50.required,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "doc_id") || (key0 === "patch_policy_id")) || (key0 === "scope")) || (key0 === "constraints"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema50.properties.doc_id.type,parentSchema:schema50.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.patch_policy_id !== undefined){
let data1 = data.patch_policy_id;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err5 = {instancePath:instancePath+"/patch_policy_id",schemaPath:"#/properties/patch_policy_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema50.properties.patch_policy_id,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/patch_policy_id",schemaPath:"#/properties/patch_policy_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema50.properties.patch_policy_id.type,parentSchema:schema50.properties.patch_policy_id,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.scope !== undefined){
let data2 = data.scope;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.level === undefined){
const err7 = {instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/required",keyword:"required",params:{missingProperty: "level"},message:"must have required property '"+"level"+"'",schema:schema50.properties.scope.required,parentSchema:schema50.properties.scope,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key1 in data2){
if(!((((key1 === "level") || (key1 === "project_id")) || (key1 === "phase_id")) || (key1 === "doc_ulid"))){
const err8 = {instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema50.properties.scope,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.level !== undefined){
let data3 = data2.level;
if(typeof data3 !== "string"){
const err9 = {instancePath:instancePath+"/scope/level",schemaPath:"#/properties/scope/properties/level/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema50.properties.scope.properties.level.type,parentSchema:schema50.properties.scope.properties.level,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!((((data3 === "global") || (data3 === "project")) || (data3 === "phase")) || (data3 === "doc"))){
const err10 = {instancePath:instancePath+"/scope/level",schemaPath:"#/properties/scope/properties/level/enum",keyword:"enum",params:{allowedValues: schema50.properties.scope.properties.level.enum},message:"must be equal to one of the allowed values",schema:schema50.properties.scope.properties.level.enum,parentSchema:schema50.properties.scope.properties.level,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.project_id !== undefined){
let data4 = data2.project_id;
if((typeof data4 !== "string") && (data4 !== null)){
const err11 = {instancePath:instancePath+"/scope/project_id",schemaPath:"#/properties/scope/properties/project_id/type",keyword:"type",params:{type: schema50.properties.scope.properties.project_id.type},message:"must be string,null",schema:schema50.properties.scope.properties.project_id.type,parentSchema:schema50.properties.scope.properties.project_id,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data2.phase_id !== undefined){
let data5 = data2.phase_id;
if((typeof data5 !== "string") && (data5 !== null)){
const err12 = {instancePath:instancePath+"/scope/phase_id",schemaPath:"#/properties/scope/properties/phase_id/type",keyword:"type",params:{type: schema50.properties.scope.properties.phase_id.type},message:"must be string,null",schema:schema50.properties.scope.properties.phase_id.type,parentSchema:schema50.properties.scope.properties.phase_id,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data2.doc_ulid !== undefined){
let data6 = data2.doc_ulid;
if((typeof data6 !== "string") && (data6 !== null)){
const err13 = {instancePath:instancePath+"/scope/doc_ulid",schemaPath:"#/properties/scope/properties/doc_ulid/type",keyword:"type",params:{type: schema50.properties.scope.properties.doc_ulid.type},message:"must be string,null",schema:schema50.properties.scope.properties.doc_ulid.type,parentSchema:schema50.properties.scope.properties.doc_ulid,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(typeof data6 === "string"){
if(!pattern0.test(data6)){
const err14 = {instancePath:instancePath+"/scope/doc_ulid",schemaPath:"#/properties/scope/properties/doc_ulid/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema50.properties.scope.properties.doc_ulid,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
}
else {
const err15 = {instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema50.properties.scope.type,parentSchema:schema50.properties.scope,data:data2};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.constraints !== undefined){
let data7 = data.constraints;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key2 in data7){
if(!(func2.call(schema50.properties.constraints.properties, key2))){
const err16 = {instancePath:instancePath+"/constraints",schemaPath:"#/properties/constraints/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema50.properties.constraints,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data7.allowed_formats !== undefined){
let data8 = data7.allowed_formats;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
if(typeof data9 !== "string"){
const err17 = {instancePath:instancePath+"/constraints/allowed_formats/" + i0,schemaPath:"#/properties/constraints/properties/allowed_formats/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema50.properties.constraints.properties.allowed_formats.items.type,parentSchema:schema50.properties.constraints.properties.allowed_formats.items,data:data9};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
let i1 = data8.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data8[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err18 = {instancePath:instancePath+"/constraints/allowed_formats",schemaPath:"#/properties/constraints/properties/allowed_formats/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema50.properties.constraints.properties.allowed_formats,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err19 = {instancePath:instancePath+"/constraints/allowed_formats",schemaPath:"#/properties/constraints/properties/allowed_formats/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema50.properties.constraints.properties.allowed_formats.type,parentSchema:schema50.properties.constraints.properties.allowed_formats,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data7.patch_required !== undefined){
let data10 = data7.patch_required;
if(typeof data10 !== "boolean"){
const err20 = {instancePath:instancePath+"/constraints/patch_required",schemaPath:"#/properties/constraints/properties/patch_required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema50.properties.constraints.properties.patch_required.type,parentSchema:schema50.properties.constraints.properties.patch_required,data:data10};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data7.max_lines_changed !== undefined){
let data11 = data7.max_lines_changed;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err21 = {instancePath:instancePath+"/constraints/max_lines_changed",schemaPath:"#/properties/constraints/properties/max_lines_changed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema50.properties.constraints.properties.max_lines_changed.type,parentSchema:schema50.properties.constraints.properties.max_lines_changed,data:data11};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 1 || isNaN(data11)){
const err22 = {instancePath:instancePath+"/constraints/max_lines_changed",schemaPath:"#/properties/constraints/properties/max_lines_changed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema50.properties.constraints.properties.max_lines_changed,data:data11};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
if(data7.max_files_changed !== undefined){
let data12 = data7.max_files_changed;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err23 = {instancePath:instancePath+"/constraints/max_files_changed",schemaPath:"#/properties/constraints/properties/max_files_changed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema50.properties.constraints.properties.max_files_changed.type,parentSchema:schema50.properties.constraints.properties.max_files_changed,data:data12};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 1 || isNaN(data12)){
const err24 = {instancePath:instancePath+"/constraints/max_files_changed",schemaPath:"#/properties/constraints/properties/max_files_changed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema50.properties.constraints.properties.max_files_changed,data:data12};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
if(data7.forbid_binary_patches !== undefined){
let data13 = data7.forbid_binary_patches;
if(typeof data13 !== "boolean"){
const err25 = {instancePath:instancePath+"/constraints/forbid_binary_patches",schemaPath:"#/properties/constraints/properties/forbid_binary_patches/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema50.properties.constraints.properties.forbid_binary_patches.type,parentSchema:schema50.properties.constraints.properties.forbid_binary_patches,data:data13};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data7.forbid_touching_paths !== undefined){
let data14 = data7.forbid_touching_paths;
if(Array.isArray(data14)){
const len1 = data14.length;
for(let i2=0; i2<len1; i2++){
let data15 = data14[i2];
if(typeof data15 !== "string"){
const err26 = {instancePath:instancePath+"/constraints/forbid_touching_paths/" + i2,schemaPath:"#/properties/constraints/properties/forbid_touching_paths/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema50.properties.constraints.properties.forbid_touching_paths.items.type,parentSchema:schema50.properties.constraints.properties.forbid_touching_paths.items,data:data15};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
let i3 = data14.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data14[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err27 = {instancePath:instancePath+"/constraints/forbid_touching_paths",schemaPath:"#/properties/constraints/properties/forbid_touching_paths/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)",schema:true,parentSchema:schema50.properties.constraints.properties.forbid_touching_paths,data:data14};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err28 = {instancePath:instancePath+"/constraints/forbid_touching_paths",schemaPath:"#/properties/constraints/properties/forbid_touching_paths/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema50.properties.constraints.properties.forbid_touching_paths.type,parentSchema:schema50.properties.constraints.properties.forbid_touching_paths,data:data14};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data7.require_tests_for_paths !== undefined){
let data16 = data7.require_tests_for_paths;
if(Array.isArray(data16)){
const len2 = data16.length;
for(let i4=0; i4<len2; i4++){
let data17 = data16[i4];
if(typeof data17 !== "string"){
const err29 = {instancePath:instancePath+"/constraints/require_tests_for_paths/" + i4,schemaPath:"#/properties/constraints/properties/require_tests_for_paths/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema50.properties.constraints.properties.require_tests_for_paths.items.type,parentSchema:schema50.properties.constraints.properties.require_tests_for_paths.items,data:data17};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
let i5 = data16.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data16[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err30 = {instancePath:instancePath+"/constraints/require_tests_for_paths",schemaPath:"#/properties/constraints/properties/require_tests_for_paths/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i5+" are identical)",schema:true,parentSchema:schema50.properties.constraints.properties.require_tests_for_paths,data:data16};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
break;
}
indices2[item2] = i5;
}
}
}
else {
const err31 = {instancePath:instancePath+"/constraints/require_tests_for_paths",schemaPath:"#/properties/constraints/properties/require_tests_for_paths/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema50.properties.constraints.properties.require_tests_for_paths.type,parentSchema:schema50.properties.constraints.properties.require_tests_for_paths,data:data16};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data7.require_issue_ref !== undefined){
let data18 = data7.require_issue_ref;
if(typeof data18 !== "boolean"){
const err32 = {instancePath:instancePath+"/constraints/require_issue_ref",schemaPath:"#/properties/constraints/properties/require_issue_ref/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema50.properties.constraints.properties.require_issue_ref.type,parentSchema:schema50.properties.constraints.properties.require_issue_ref,data:data18};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data7.min_reviewers !== undefined){
let data19 = data7.min_reviewers;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err33 = {instancePath:instancePath+"/constraints/min_reviewers",schemaPath:"#/properties/constraints/properties/min_reviewers/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema50.properties.constraints.properties.min_reviewers.type,parentSchema:schema50.properties.constraints.properties.min_reviewers,data:data19};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 0 || isNaN(data19)){
const err34 = {instancePath:instancePath+"/constraints/min_reviewers",schemaPath:"#/properties/constraints/properties/min_reviewers/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema50.properties.constraints.properties.min_reviewers,data:data19};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
if(data7.oscillation_window !== undefined){
let data20 = data7.oscillation_window;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err35 = {instancePath:instancePath+"/constraints/oscillation_window",schemaPath:"#/properties/constraints/properties/oscillation_window/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema50.properties.constraints.properties.oscillation_window.type,parentSchema:schema50.properties.constraints.properties.oscillation_window,data:data20};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 1 || isNaN(data20)){
const err36 = {instancePath:instancePath+"/constraints/oscillation_window",schemaPath:"#/properties/constraints/properties/oscillation_window/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema50.properties.constraints.properties.oscillation_window,data:data20};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
if(data7.oscillation_threshold !== undefined){
let data21 = data7.oscillation_threshold;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err37 = {instancePath:instancePath+"/constraints/oscillation_threshold",schemaPath:"#/properties/constraints/properties/oscillation_threshold/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema50.properties.constraints.properties.oscillation_threshold.type,parentSchema:schema50.properties.constraints.properties.oscillation_threshold,data:data21};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 1 || isNaN(data21)){
const err38 = {instancePath:instancePath+"/constraints/oscillation_threshold",schemaPath:"#/properties/constraints/properties/oscillation_threshold/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema50.properties.constraints.properties.oscillation_threshold,data:data21};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
}
else {
const err39 = {instancePath:instancePath+"/constraints",schemaPath:"#/properties/constraints/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema50.properties.constraints.type,parentSchema:schema50.properties.constraints,data:data7};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema50.type,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
validate132.errors = vErrors;
return errors === 0;
}

export const phaseSpecV1 = validate133;
const schema51 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/uet/phase_spec.v1.json","title":"PhaseSpec v1","description":"A phase: a stage of a plan with its own scope, limits and acceptance.","type":"object","required":["phase_id","name","category","resource_scope","constraints","acceptance"],"additionalProperties":false,"properties":{"doc_id":{"description":"An annotation that documents of the framework carry; ignored.","type":"string"},"phase_id":{"description":"Names the phase in its plan.","type":"string","minLength":1},"name":{"description":"What people read in lists and on screens.","type":"string","minLength":1},"category":{"description":"What sort of work the phase is, in a word of the project's own.","type":"string"},"description":{"description":"What the phase is for, at any length.","type":"string"},"resource_scope":{"description":"What the phase's tasks may read, change, create and never touch, as globs.","type":"object","required":["type"],"properties":{"type":{"description":"What sort of thing the scope lists, for example `files`.","type":"string"},"read":{"description":"What may be read.","type":"array","items":{"type":"string"}},"write":{"description":"What may be changed.","type":"array","items":{"type":"string"}},"create":{"description":"What may be created.","type":"array","items":{"type":"string"}},"forbidden":{"description":"What no patch may touch, whatever the other lists say.","type":"array","items":{"type":"string"}}}},"constraints":{"description":"Limits on every patch of the phase.","type":"object","properties":{"patch":{"description":"Limits on the size of a patch.","type":"object","properties":{"patch_required":{"description":"Whether work must come as a patch.","type":"boolean"},"max_lines_changed":{"description":"The most lines that one patch may add and remove together.","type":"integer"},"max_files_changed":{"description":"The most files that one patch may touch.","type":"integer"}}},"tests":{"description":"What is asked of the project's tests.","type":"object","properties":{"tests_must_run":{"description":"Whether the tests must have run.","type":"boolean"},"tests_must_pass":{"description":"Whether the tests must have passed.","type":"boolean"},"test_command":{"description":"The command line that runs the tests.","type":"string"}}},"behavior":{"description":"Rules on how the work is done.","type":"object","properties":{"ascii_only":{"description":"Whether added lines may hold ASCII characters only.","type":"boolean"},"require_doc_update":{"description":"Whether a change of code asks for a change of its documents.","type":"boolean"}}}}},"acceptance":{"description":"When the phase counts as accepted.","type":"object","required":["mode","checks"],"properties":{"mode":{"description":"Whether every check must hold, or any one of them, or a rule of the project's own.","type":"string","enum":["all","any","custom"]},"checks":{"description":"The checks, in the order in which they are made.","type":"array","items":{"description":"One check.","type":"object","required":["id","type"],"properties":{"id":{"description":"Names the check in its list.","type":"string"},"type":{"description":"What sort of check it is.","type":"string"},"description":{"description":"What the check is for.","type":"string"},"command":{"description":"The command line that makes the check.","type":"string"},"required":{"description":"Whether acceptance needs it.","type":"boolean"},"severity":{"description":"How bad it is when the check fails.","type":"string"}}}},"post_actions":{"description":"What is done once the phase is accepted.","type":"array","items":{"type":"string"}}}}}};

function validate133(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/uet/phase_spec.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.phase_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "phase_id"},message:"must have required property '"+"phase_id"+"'",schema:schema51.required,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema51.required,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.category === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "category"},message:"must have required property '"+"category"+"'",schema:schema51.required,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.resource_scope === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "resource_scope"},message:"must have required property '"+"resource_scope"+"'",schema:schema51.required,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.constraints === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "constraints"},message:"must have required property '"+"constraints"+"'",schema:schema51.required,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.acceptance === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "acceptance"},message:"must have required property '"+"acceptance"+"'",schema:schema51.required,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "doc_id") || (key0 === "phase_id")) || (key0 === "name")) || (key0 === "category")) || (key0 === "description")) || (key0 === "resource_scope")) || (key0 === "constraints")) || (key0 === "acceptance"))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err7 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.doc_id.type,parentSchema:schema51.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.phase_id !== undefined){
let data1 = data.phase_id;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err8 = {instancePath:instancePath+"/phase_id",schemaPath:"#/properties/phase_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema51.properties.phase_id,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/phase_id",schemaPath:"#/properties/phase_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.phase_id.type,parentSchema:schema51.properties.phase_id,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.name !== undefined){
let data2 = data.name;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err10 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema51.properties.name,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.name.type,parentSchema:schema51.properties.name,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.category !== undefined){
let data3 = data.category;
if(typeof data3 !== "string"){
const err12 = {instancePath:instancePath+"/category",schemaPath:"#/properties/category/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.category.type,parentSchema:schema51.properties.category,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.description !== undefined){
let data4 = data.description;
if(typeof data4 !== "string"){
const err13 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.description.type,parentSchema:schema51.properties.description,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.resource_scope !== undefined){
let data5 = data.resource_scope;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.type === undefined){
const err14 = {instancePath:instancePath+"/resource_scope",schemaPath:"#/properties/resource_scope/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema51.properties.resource_scope.required,parentSchema:schema51.properties.resource_scope,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data5.type !== undefined){
let data6 = data5.type;
if(typeof data6 !== "string"){
const err15 = {instancePath:instancePath+"/resource_scope/type",schemaPath:"#/properties/resource_scope/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.resource_scope.properties.type.type,parentSchema:schema51.properties.resource_scope.properties.type,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data5.read !== undefined){
let data7 = data5.read;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(typeof data8 !== "string"){
const err16 = {instancePath:instancePath+"/resource_scope/read/" + i0,schemaPath:"#/properties/resource_scope/properties/read/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.resource_scope.properties.read.items.type,parentSchema:schema51.properties.resource_scope.properties.read.items,data:data8};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/resource_scope/read",schemaPath:"#/properties/resource_scope/properties/read/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema51.properties.resource_scope.properties.read.type,parentSchema:schema51.properties.resource_scope.properties.read,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data5.write !== undefined){
let data9 = data5.write;
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
if(typeof data10 !== "string"){
const err18 = {instancePath:instancePath+"/resource_scope/write/" + i1,schemaPath:"#/properties/resource_scope/properties/write/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.resource_scope.properties.write.items.type,parentSchema:schema51.properties.resource_scope.properties.write.items,data:data10};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/resource_scope/write",schemaPath:"#/properties/resource_scope/properties/write/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema51.properties.resource_scope.properties.write.type,parentSchema:schema51.properties.resource_scope.properties.write,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data5.create !== undefined){
let data11 = data5.create;
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
let data12 = data11[i2];
if(typeof data12 !== "string"){
const err20 = {instancePath:instancePath+"/resource_scope/create/" + i2,schemaPath:"#/properties/resource_scope/properties/create/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.resource_scope.properties.create.items.type,parentSchema:schema51.properties.resource_scope.properties.create.items,data:data12};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/resource_scope/create",schemaPath:"#/properties/resource_scope/properties/create/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema51.properties.resource_scope.properties.create.type,parentSchema:schema51.properties.resource_scope.properties.create,data:data11};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data5.forbidden !== undefined){
let data13 = data5.forbidden;
if(Array.isArray(data13)){
const len3 = data13.length;
for(let i3=0; i3<len3; i3++){
let data14 = data13[i3];
if(typeof data14 !== "string"){
const err22 = {instancePath:instancePath+"/resource_scope/forbidden/" + i3,schemaPath:"#/properties/resource_scope/properties/forbidden/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.resource_scope.properties.forbidden.items.type,parentSchema:schema51.properties.resource_scope.properties.forbidden.items,data:data14};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/resource_scope/forbidden",schemaPath:"#/properties/resource_scope/properties/forbidden/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema51.properties.resource_scope.properties.forbidden.type,parentSchema:schema51.properties.resource_scope.properties.forbidden,data:data13};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/resource_scope",schemaPath:"#/properties/resource_scope/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.properties.resource_scope.type,parentSchema:schema51.properties.resource_scope,data:data5};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.constraints !== undefined){
let data15 = data.constraints;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.patch !== undefined){
let data16 = data15.patch;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.patch_required !== undefined){
let data17 = data16.patch_required;
if(typeof data17 !== "boolean"){
const err25 = {instancePath:instancePath+"/constraints/patch/patch_required",schemaPath:"#/properties/constraints/properties/patch/properties/patch_required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema51.properties.constraints.properties.patch.properties.patch_required.type,parentSchema:schema51.properties.constraints.properties.patch.properties.patch_required,data:data17};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data16.max_lines_changed !== undefined){
let data18 = data16.max_lines_changed;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err26 = {instancePath:instancePath+"/constraints/patch/max_lines_changed",schemaPath:"#/properties/constraints/properties/patch/properties/max_lines_changed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema51.properties.constraints.properties.patch.properties.max_lines_changed.type,parentSchema:schema51.properties.constraints.properties.patch.properties.max_lines_changed,data:data18};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data16.max_files_changed !== undefined){
let data19 = data16.max_files_changed;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err27 = {instancePath:instancePath+"/constraints/patch/max_files_changed",schemaPath:"#/properties/constraints/properties/patch/properties/max_files_changed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema51.properties.constraints.properties.patch.properties.max_files_changed.type,parentSchema:schema51.properties.constraints.properties.patch.properties.max_files_changed,data:data19};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/constraints/patch",schemaPath:"#/properties/constraints/properties/patch/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.properties.constraints.properties.patch.type,parentSchema:schema51.properties.constraints.properties.patch,data:data16};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data15.tests !== undefined){
let data20 = data15.tests;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.tests_must_run !== undefined){
let data21 = data20.tests_must_run;
if(typeof data21 !== "boolean"){
const err29 = {instancePath:instancePath+"/constraints/tests/tests_must_run",schemaPath:"#/properties/constraints/properties/tests/properties/tests_must_run/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema51.properties.constraints.properties.tests.properties.tests_must_run.type,parentSchema:schema51.properties.constraints.properties.tests.properties.tests_must_run,data:data21};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data20.tests_must_pass !== undefined){
let data22 = data20.tests_must_pass;
if(typeof data22 !== "boolean"){
const err30 = {instancePath:instancePath+"/constraints/tests/tests_must_pass",schemaPath:"#/properties/constraints/properties/tests/properties/tests_must_pass/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema51.properties.constraints.properties.tests.properties.tests_must_pass.type,parentSchema:schema51.properties.constraints.properties.tests.properties.tests_must_pass,data:data22};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data20.test_command !== undefined){
let data23 = data20.test_command;
if(typeof data23 !== "string"){
const err31 = {instancePath:instancePath+"/constraints/tests/test_command",schemaPath:"#/properties/constraints/properties/tests/properties/test_command/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.constraints.properties.tests.properties.test_command.type,parentSchema:schema51.properties.constraints.properties.tests.properties.test_command,data:data23};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/constraints/tests",schemaPath:"#/properties/constraints/properties/tests/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.properties.constraints.properties.tests.type,parentSchema:schema51.properties.constraints.properties.tests,data:data20};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data15.behavior !== undefined){
let data24 = data15.behavior;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if(data24.ascii_only !== undefined){
let data25 = data24.ascii_only;
if(typeof data25 !== "boolean"){
const err33 = {instancePath:instancePath+"/constraints/behavior/ascii_only",schemaPath:"#/properties/constraints/properties/behavior/properties/ascii_only/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema51.properties.constraints.properties.behavior.properties.ascii_only.type,parentSchema:schema51.properties.constraints.properties.behavior.properties.ascii_only,data:data25};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data24.require_doc_update !== undefined){
let data26 = data24.require_doc_update;
if(typeof data26 !== "boolean"){
const err34 = {instancePath:instancePath+"/constraints/behavior/require_doc_update",schemaPath:"#/properties/constraints/properties/behavior/properties/require_doc_update/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema51.properties.constraints.properties.behavior.properties.require_doc_update.type,parentSchema:schema51.properties.constraints.properties.behavior.properties.require_doc_update,data:data26};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/constraints/behavior",schemaPath:"#/properties/constraints/properties/behavior/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.properties.constraints.properties.behavior.type,parentSchema:schema51.properties.constraints.properties.behavior,data:data24};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath:instancePath+"/constraints",schemaPath:"#/properties/constraints/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.properties.constraints.type,parentSchema:schema51.properties.constraints,data:data15};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.acceptance !== undefined){
let data27 = data.acceptance;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
if(data27.mode === undefined){
const err37 = {instancePath:instancePath+"/acceptance",schemaPath:"#/properties/acceptance/required",keyword:"required",params:{missingProperty: "mode"},message:"must have required property '"+"mode"+"'",schema:schema51.properties.acceptance.required,parentSchema:schema51.properties.acceptance,data:data27};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data27.checks === undefined){
const err38 = {instancePath:instancePath+"/acceptance",schemaPath:"#/properties/acceptance/required",keyword:"required",params:{missingProperty: "checks"},message:"must have required property '"+"checks"+"'",schema:schema51.properties.acceptance.required,parentSchema:schema51.properties.acceptance,data:data27};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data27.mode !== undefined){
let data28 = data27.mode;
if(typeof data28 !== "string"){
const err39 = {instancePath:instancePath+"/acceptance/mode",schemaPath:"#/properties/acceptance/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.acceptance.properties.mode.type,parentSchema:schema51.properties.acceptance.properties.mode,data:data28};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(!(((data28 === "all") || (data28 === "any")) || (data28 === "custom"))){
const err40 = {instancePath:instancePath+"/acceptance/mode",schemaPath:"#/properties/acceptance/properties/mode/enum",keyword:"enum",params:{allowedValues: schema51.properties.acceptance.properties.mode.enum},message:"must be equal to one of the allowed values",schema:schema51.properties.acceptance.properties.mode.enum,parentSchema:schema51.properties.acceptance.properties.mode,data:data28};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data27.checks !== undefined){
let data29 = data27.checks;
if(Array.isArray(data29)){
const len4 = data29.length;
for(let i4=0; i4<len4; i4++){
let data30 = data29[i4];
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(data30.id === undefined){
const err41 = {instancePath:instancePath+"/acceptance/checks/" + i4,schemaPath:"#/properties/acceptance/properties/checks/items/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema51.properties.acceptance.properties.checks.items.required,parentSchema:schema51.properties.acceptance.properties.checks.items,data:data30};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data30.type === undefined){
const err42 = {instancePath:instancePath+"/acceptance/checks/" + i4,schemaPath:"#/properties/acceptance/properties/checks/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema51.properties.acceptance.properties.checks.items.required,parentSchema:schema51.properties.acceptance.properties.checks.items,data:data30};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data30.id !== undefined){
let data31 = data30.id;
if(typeof data31 !== "string"){
const err43 = {instancePath:instancePath+"/acceptance/checks/" + i4+"/id",schemaPath:"#/properties/acceptance/properties/checks/items/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.acceptance.properties.checks.items.properties.id.type,parentSchema:schema51.properties.acceptance.properties.checks.items.properties.id,data:data31};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data30.type !== undefined){
let data32 = data30.type;
if(typeof data32 !== "string"){
const err44 = {instancePath:instancePath+"/acceptance/checks/" + i4+"/type",schemaPath:"#/properties/acceptance/properties/checks/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.acceptance.properties.checks.items.properties.type.type,parentSchema:schema51.properties.acceptance.properties.checks.items.properties.type,data:data32};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data30.description !== undefined){
let data33 = data30.description;
if(typeof data33 !== "string"){
const err45 = {instancePath:instancePath+"/acceptance/checks/" + i4+"/description",schemaPath:"#/properties/acceptance/properties/checks/items/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.acceptance.properties.checks.items.properties.description.type,parentSchema:schema51.properties.acceptance.properties.checks.items.properties.description,data:data33};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data30.command !== undefined){
let data34 = data30.command;
if(typeof data34 !== "string"){
const err46 = {instancePath:instancePath+"/acceptance/checks/" + i4+"/command",schemaPath:"#/properties/acceptance/properties/checks/items/properties/command/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.acceptance.properties.checks.items.properties.command.type,parentSchema:schema51.properties.acceptance.properties.checks.items.properties.command,data:data34};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data30.required !== undefined){
let data35 = data30.required;
if(typeof data35 !== "boolean"){
const err47 = {instancePath:instancePath+"/acceptance/checks/" + i4+"/required",schemaPath:"#/properties/acceptance/properties/checks/items/properties/required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema51.properties.acceptance.properties.checks.items.properties.required.type,parentSchema:schema51.properties.acceptance.properties.checks.items.properties.required,data:data35};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data30.severity !== undefined){
let data36 = data30.severity;
if(typeof data36 !== "string"){
const err48 = {instancePath:instancePath+"/acceptance/checks/" + i4+"/severity",schemaPath:"#/properties/acceptance/properties/checks/items/properties/severity/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.acceptance.properties.checks.items.properties.severity.type,parentSchema:schema51.properties.acceptance.properties.checks.items.properties.severity,data:data36};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/acceptance/checks/" + i4,schemaPath:"#/properties/acceptance/properties/checks/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.properties.acceptance.properties.checks.items.type,parentSchema:schema51.properties.acceptance.properties.checks.items,data:data30};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath:instancePath+"/acceptance/checks",schemaPath:"#/properties/acceptance/properties/checks/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema51.properties.acceptance.properties.checks.type,parentSchema:schema51.properties.acceptance.properties.checks,data:data29};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data27.post_actions !== undefined){
let data37 = data27.post_actions;
if(Array.isArray(data37)){
const len5 = data37.length;
for(let i5=0; i5<len5; i5++){
let data38 = data37[i5];
if(typeof data38 !== "string"){
const err51 = {instancePath:instancePath+"/acceptance/post_actions/" + i5,schemaPath:"#/properties/acceptance/properties/post_actions/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.acceptance.properties.post_actions.items.type,parentSchema:schema51.properties.acceptance.properties.post_actions.items,data:data38};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath:instancePath+"/acceptance/post_actions",schemaPath:"#/properties/acceptance/properties/post_actions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema51.properties.acceptance.properties.post_actions.type,parentSchema:schema51.properties.acceptance.properties.post_actions,data:data37};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath:instancePath+"/acceptance",schemaPath:"#/properties/acceptance/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.properties.acceptance.type,parentSchema:schema51.properties.acceptance,data:data27};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
else {
const err54 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.type,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
validate133.errors = vErrors;
return errors === 0;
}

export const profileExtensionV1 = validate134;
const schema52 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/uet/profile_extension.v1.json","title":"ProfileExtension v1","description":"A profile: what a kind of project adds to the core, such as resource types, task kinds and checks.","type":"object","required":["profile_id","profile_version","extends_core","adds_resource_types"],"additionalProperties":false,"properties":{"doc_id":{"description":"An annotation that documents of the framework carry; ignored.","type":"string"},"profile_id":{"description":"Names the profile.","type":"string","minLength":1},"profile_version":{"description":"Its version, as three numbers.","type":"string","pattern":"^[0-9]+\\.[0-9]+\\.[0-9]+$"},"domain":{"description":"The kind of project it is for.","type":"string"},"description":{"description":"What it is for.","type":"string"},"extends_core":{"description":"The parts of the core it adds to.","type":"array","items":{"type":"string","enum":["COOPERATION_SPEC","PHASE_SPEC_MASTER","WORKSTREAM_SPEC","TASK_ROUTING_SPEC","PROMPT_RENDERING_SPEC","PATCH_MANAGEMENT_SPEC"]}},"adds_resource_types":{"description":"The sorts of things that tasks may have in their scope.","type":"array","items":{"description":"One sort of thing.","type":"object","required":["type","scope_format","operations"],"properties":{"type":{"description":"Names it.","type":"string"},"scope_format":{"description":"How a scope is written for it, for example as globs.","type":"string"},"operations":{"description":"What can be done to it.","type":"array","items":{"type":"string","enum":["read","write","create","delete","execute"]}}}}},"adds_change_types":{"description":"The forms that a change may have.","type":"array","items":{"description":"One form.","type":"object","required":["kind","format"],"properties":{"kind":{"description":"Names it.","type":"string"},"format":{"description":"How it is written down.","type":"string"},"validation":{"description":"The checks that it must pass.","type":"array","items":{"type":"string"}}}}},"adds_task_kinds":{"description":"The sorts of work it knows.","type":"array","items":{"type":"string"}},"adds_constraints":{"description":"The limits it brings.","type":"object","properties":{"patch_only":{"description":"Whether work must come as patches.","type":"boolean"},"max_lines_changed":{"description":"The most lines that one patch may add and remove together.","type":"integer"},"max_files_changed":{"description":"The most files that one patch may touch.","type":"integer"},"tests_must_pass":{"description":"Whether the project's tests must pass.","type":"boolean"},"ascii_only":{"description":"Whether added lines may hold ASCII characters only.","type":"boolean"}}},"adds_validation_types":{"description":"The checks it brings.","type":"array","items":{"description":"One check.","type":"object","required":["type","command"],"properties":{"type":{"description":"Names it.","type":"string"},"command":{"description":"The command line that makes it.","type":"string"}}}},"phase_templates":{"description":"The phases that projects of this kind usually have.","type":"array","items":{"description":"One phase.","type":"object","properties":{"phase_id":{"description":"Names the phase.","type":"string"},"name":{"description":"What people read.","type":"string"},"category":{"description":"What sort of work it is.","type":"string"},"template_path":{"description":"Where its template is.","type":"string"}}}}}};

function validate134(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/uet/profile_extension.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.profile_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "profile_id"},message:"must have required property '"+"profile_id"+"'",schema:schema52.required,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.profile_version === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "profile_version"},message:"must have required property '"+"profile_version"+"'",schema:schema52.required,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.extends_core === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "extends_core"},message:"must have required property '"+"extends_core"+"'",schema:schema52.required,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.adds_resource_types === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "adds_resource_types"},message:"must have required property '"+"adds_resource_types"+"'",schema:schema52.required,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema52.properties, key0))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.properties.doc_id.type,parentSchema:schema52.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.profile_id !== undefined){
let data1 = data.profile_id;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err6 = {instancePath:instancePath+"/profile_id",schemaPath:"#/properties/profile_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema52.properties.profile_id,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/profile_id",schemaPath:"#/properties/profile_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.properties.profile_id.type,parentSchema:schema52.properties.profile_id,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.profile_version !== undefined){
let data2 = data.profile_version;
if(typeof data2 === "string"){
if(!pattern50.test(data2)){
const err8 = {instancePath:instancePath+"/profile_version",schemaPath:"#/properties/profile_version/pattern",keyword:"pattern",params:{pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+$"},message:"must match pattern \""+"^[0-9]+\\.[0-9]+\\.[0-9]+$"+"\"",schema:"^[0-9]+\\.[0-9]+\\.[0-9]+$",parentSchema:schema52.properties.profile_version,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/profile_version",schemaPath:"#/properties/profile_version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.properties.profile_version.type,parentSchema:schema52.properties.profile_version,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.domain !== undefined){
let data3 = data.domain;
if(typeof data3 !== "string"){
const err10 = {instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.properties.domain.type,parentSchema:schema52.properties.domain,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.description !== undefined){
let data4 = data.description;
if(typeof data4 !== "string"){
const err11 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.properties.description.type,parentSchema:schema52.properties.description,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.extends_core !== undefined){
let data5 = data.extends_core;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 !== "string"){
const err12 = {instancePath:instancePath+"/extends_core/" + i0,schemaPath:"#/properties/extends_core/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.properties.extends_core.items.type,parentSchema:schema52.properties.extends_core.items,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!((((((data6 === "COOPERATION_SPEC") || (data6 === "PHASE_SPEC_MASTER")) || (data6 === "WORKSTREAM_SPEC")) || (data6 === "TASK_ROUTING_SPEC")) || (data6 === "PROMPT_RENDERING_SPEC")) || (data6 === "PATCH_MANAGEMENT_SPEC"))){
const err13 = {instancePath:instancePath+"/extends_core/" + i0,schemaPath:"#/properties/extends_core/items/enum",keyword:"enum",params:{allowedValues: schema52.properties.extends_core.items.enum},message:"must be equal to one of the allowed values",schema:schema52.properties.extends_core.items.enum,parentSchema:schema52.properties.extends_core.items,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/extends_core",schemaPath:"#/properties/extends_core/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema52.properties.extends_core.type,parentSchema:schema52.properties.extends_core,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.adds_resource_types !== undefined){
let data7 = data.adds_resource_types;
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.type === undefined){
const err15 = {instancePath:instancePath+"/adds_resource_types/" + i1,schemaPath:"#/properties/adds_resource_types/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema52.properties.adds_resource_types.items.required,parentSchema:schema52.properties.adds_resource_types.items,data:data8};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data8.scope_format === undefined){
const err16 = {instancePath:instancePath+"/adds_resource_types/" + i1,schemaPath:"#/properties/adds_resource_types/items/required",keyword:"required",params:{missingProperty: "scope_format"},message:"must have required property '"+"scope_format"+"'",schema:schema52.properties.adds_resource_types.items.required,parentSchema:schema52.properties.adds_resource_types.items,data:data8};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data8.operations === undefined){
const err17 = {instancePath:instancePath+"/adds_resource_types/" + i1,schemaPath:"#/properties/adds_resource_types/items/required",keyword:"required",params:{missingProperty: "operations"},message:"must have required property '"+"operations"+"'",schema:schema52.properties.adds_resource_types.items.required,parentSchema:schema52.properties.adds_resource_types.items,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data8.type !== undefined){
let data9 = data8.type;
if(typeof data9 !== "string"){
const err18 = {instancePath:instancePath+"/adds_resource_types/" + i1+"/type",schemaPath:"#/properties/adds_resource_types/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.properties.adds_resource_types.items.properties.type.type,parentSchema:schema52.properties.adds_resource_types.items.properties.type,data:data9};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data8.scope_format !== undefined){
let data10 = data8.scope_format;
if(typeof data10 !== "string"){
const err19 = {instancePath:instancePath+"/adds_resource_types/" + i1+"/scope_format",schemaPath:"#/properties/adds_resource_types/items/properties/scope_format/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.properties.adds_resource_types.items.properties.scope_format.type,parentSchema:schema52.properties.adds_resource_types.items.properties.scope_format,data:data10};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data8.operations !== undefined){
let data11 = data8.operations;
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
let data12 = data11[i2];
if(typeof data12 !== "string"){
const err20 = {instancePath:instancePath+"/adds_resource_types/" + i1+"/operations/" + i2,schemaPath:"#/properties/adds_resource_types/items/properties/operations/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.properties.adds_resource_types.items.properties.operations.items.type,parentSchema:schema52.properties.adds_resource_types.items.properties.operations.items,data:data12};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!(((((data12 === "read") || (data12 === "write")) || (data12 === "create")) || (data12 === "delete")) || (data12 === "execute"))){
const err21 = {instancePath:instancePath+"/adds_resource_types/" + i1+"/operations/" + i2,schemaPath:"#/properties/adds_resource_types/items/properties/operations/items/enum",keyword:"enum",params:{allowedValues: schema52.properties.adds_resource_types.items.properties.operations.items.enum},message:"must be equal to one of the allowed values",schema:schema52.properties.adds_resource_types.items.properties.operations.items.enum,parentSchema:schema52.properties.adds_resource_types.items.properties.operations.items,data:data12};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/adds_resource_types/" + i1+"/operations",schemaPath:"#/properties/adds_resource_types/items/properties/operations/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema52.properties.adds_resource_types.items.properties.operations.type,parentSchema:schema52.properties.adds_resource_types.items.properties.operations,data:data11};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/adds_resource_types/" + i1,schemaPath:"#/properties/adds_resource_types/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema52.properties.adds_resource_types.items.type,parentSchema:schema52.properties.adds_resource_types.items,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/adds_resource_types",schemaPath:"#/properties/adds_resource_types/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema52.properties.adds_resource_types.type,parentSchema:schema52.properties.adds_resource_types,data:data7};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.adds_change_types !== undefined){
let data13 = data.adds_change_types;
if(Array.isArray(data13)){
const len3 = data13.length;
for(let i3=0; i3<len3; i3++){
let data14 = data13[i3];
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.kind === undefined){
const err25 = {instancePath:instancePath+"/adds_change_types/" + i3,schemaPath:"#/properties/adds_change_types/items/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema52.properties.adds_change_types.items.required,parentSchema:schema52.properties.adds_change_types.items,data:data14};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data14.format === undefined){
const err26 = {instancePath:instancePath+"/adds_change_types/" + i3,schemaPath:"#/properties/adds_change_types/items/required",keyword:"required",params:{missingProperty: "format"},message:"must have required property '"+"format"+"'",schema:schema52.properties.adds_change_types.items.required,parentSchema:schema52.properties.adds_change_types.items,data:data14};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data14.kind !== undefined){
let data15 = data14.kind;
if(typeof data15 !== "string"){
const err27 = {instancePath:instancePath+"/adds_change_types/" + i3+"/kind",schemaPath:"#/properties/adds_change_types/items/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.properties.adds_change_types.items.properties.kind.type,parentSchema:schema52.properties.adds_change_types.items.properties.kind,data:data15};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data14.format !== undefined){
let data16 = data14.format;
if(typeof data16 !== "string"){
const err28 = {instancePath:instancePath+"/adds_change_types/" + i3+"/format",schemaPath:"#/properties/adds_change_types/items/properties/format/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.properties.adds_change_types.items.properties.format.type,parentSchema:schema52.properties.adds_change_types.items.properties.format,data:data16};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data14.validation !== undefined){
let data17 = data14.validation;
if(Array.isArray(data17)){
const len4 = data17.length;
for(let i4=0; i4<len4; i4++){
let data18 = data17[i4];
if(typeof data18 !== "string"){
const err29 = {instancePath:instancePath+"/adds_change_types/" + i3+"/validation/" + i4,schemaPath:"#/properties/adds_change_types/items/properties/validation/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.properties.adds_change_types.items.properties.validation.items.type,parentSchema:schema52.properties.adds_change_types.items.properties.validation.items,data:data18};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/adds_change_types/" + i3+"/validation",schemaPath:"#/properties/adds_change_types/items/properties/validation/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema52.properties.adds_change_types.items.properties.validation.type,parentSchema:schema52.properties.adds_change_types.items.properties.validation,data:data17};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/adds_change_types/" + i3,schemaPath:"#/properties/adds_change_types/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema52.properties.adds_change_types.items.type,parentSchema:schema52.properties.adds_change_types.items,data:data14};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/adds_change_types",schemaPath:"#/properties/adds_change_types/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema52.properties.adds_change_types.type,parentSchema:schema52.properties.adds_change_types,data:data13};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.adds_task_kinds !== undefined){
let data19 = data.adds_task_kinds;
if(Array.isArray(data19)){
const len5 = data19.length;
for(let i5=0; i5<len5; i5++){
let data20 = data19[i5];
if(typeof data20 !== "string"){
const err33 = {instancePath:instancePath+"/adds_task_kinds/" + i5,schemaPath:"#/properties/adds_task_kinds/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.properties.adds_task_kinds.items.type,parentSchema:schema52.properties.adds_task_kinds.items,data:data20};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/adds_task_kinds",schemaPath:"#/properties/adds_task_kinds/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema52.properties.adds_task_kinds.type,parentSchema:schema52.properties.adds_task_kinds,data:data19};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.adds_constraints !== undefined){
let data21 = data.adds_constraints;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.patch_only !== undefined){
let data22 = data21.patch_only;
if(typeof data22 !== "boolean"){
const err35 = {instancePath:instancePath+"/adds_constraints/patch_only",schemaPath:"#/properties/adds_constraints/properties/patch_only/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema52.properties.adds_constraints.properties.patch_only.type,parentSchema:schema52.properties.adds_constraints.properties.patch_only,data:data22};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data21.max_lines_changed !== undefined){
let data23 = data21.max_lines_changed;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err36 = {instancePath:instancePath+"/adds_constraints/max_lines_changed",schemaPath:"#/properties/adds_constraints/properties/max_lines_changed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema52.properties.adds_constraints.properties.max_lines_changed.type,parentSchema:schema52.properties.adds_constraints.properties.max_lines_changed,data:data23};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data21.max_files_changed !== undefined){
let data24 = data21.max_files_changed;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err37 = {instancePath:instancePath+"/adds_constraints/max_files_changed",schemaPath:"#/properties/adds_constraints/properties/max_files_changed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema52.properties.adds_constraints.properties.max_files_changed.type,parentSchema:schema52.properties.adds_constraints.properties.max_files_changed,data:data24};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data21.tests_must_pass !== undefined){
let data25 = data21.tests_must_pass;
if(typeof data25 !== "boolean"){
const err38 = {instancePath:instancePath+"/adds_constraints/tests_must_pass",schemaPath:"#/properties/adds_constraints/properties/tests_must_pass/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema52.properties.adds_constraints.properties.tests_must_pass.type,parentSchema:schema52.properties.adds_constraints.properties.tests_must_pass,data:data25};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data21.ascii_only !== undefined){
let data26 = data21.ascii_only;
if(typeof data26 !== "boolean"){
const err39 = {instancePath:instancePath+"/adds_constraints/ascii_only",schemaPath:"#/properties/adds_constraints/properties/ascii_only/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema52.properties.adds_constraints.properties.ascii_only.type,parentSchema:schema52.properties.adds_constraints.properties.ascii_only,data:data26};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/adds_constraints",schemaPath:"#/properties/adds_constraints/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema52.properties.adds_constraints.type,parentSchema:schema52.properties.adds_constraints,data:data21};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.adds_validation_types !== undefined){
let data27 = data.adds_validation_types;
if(Array.isArray(data27)){
const len6 = data27.length;
for(let i6=0; i6<len6; i6++){
let data28 = data27[i6];
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(data28.type === undefined){
const err41 = {instancePath:instancePath+"/adds_validation_types/" + i6,schemaPath:"#/properties/adds_validation_types/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema52.properties.adds_validation_types.items.required,parentSchema:schema52.properties.adds_validation_types.items,data:data28};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data28.command === undefined){
const err42 = {instancePath:instancePath+"/adds_validation_types/" + i6,schemaPath:"#/properties/adds_validation_types/items/required",keyword:"required",params:{missingProperty: "command"},message:"must have required property '"+"command"+"'",schema:schema52.properties.adds_validation_types.items.required,parentSchema:schema52.properties.adds_validation_types.items,data:data28};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data28.type !== undefined){
let data29 = data28.type;
if(typeof data29 !== "string"){
const err43 = {instancePath:instancePath+"/adds_validation_types/" + i6+"/type",schemaPath:"#/properties/adds_validation_types/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.properties.adds_validation_types.items.properties.type.type,parentSchema:schema52.properties.adds_validation_types.items.properties.type,data:data29};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data28.command !== undefined){
let data30 = data28.command;
if(typeof data30 !== "string"){
const err44 = {instancePath:instancePath+"/adds_validation_types/" + i6+"/command",schemaPath:"#/properties/adds_validation_types/items/properties/command/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.properties.adds_validation_types.items.properties.command.type,parentSchema:schema52.properties.adds_validation_types.items.properties.command,data:data30};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/adds_validation_types/" + i6,schemaPath:"#/properties/adds_validation_types/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema52.properties.adds_validation_types.items.type,parentSchema:schema52.properties.adds_validation_types.items,data:data28};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath:instancePath+"/adds_validation_types",schemaPath:"#/properties/adds_validation_types/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema52.properties.adds_validation_types.type,parentSchema:schema52.properties.adds_validation_types,data:data27};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.phase_templates !== undefined){
let data31 = data.phase_templates;
if(Array.isArray(data31)){
const len7 = data31.length;
for(let i7=0; i7<len7; i7++){
let data32 = data31[i7];
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
if(data32.phase_id !== undefined){
let data33 = data32.phase_id;
if(typeof data33 !== "string"){
const err47 = {instancePath:instancePath+"/phase_templates/" + i7+"/phase_id",schemaPath:"#/properties/phase_templates/items/properties/phase_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.properties.phase_templates.items.properties.phase_id.type,parentSchema:schema52.properties.phase_templates.items.properties.phase_id,data:data33};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data32.name !== undefined){
let data34 = data32.name;
if(typeof data34 !== "string"){
const err48 = {instancePath:instancePath+"/phase_templates/" + i7+"/name",schemaPath:"#/properties/phase_templates/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.properties.phase_templates.items.properties.name.type,parentSchema:schema52.properties.phase_templates.items.properties.name,data:data34};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data32.category !== undefined){
let data35 = data32.category;
if(typeof data35 !== "string"){
const err49 = {instancePath:instancePath+"/phase_templates/" + i7+"/category",schemaPath:"#/properties/phase_templates/items/properties/category/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.properties.phase_templates.items.properties.category.type,parentSchema:schema52.properties.phase_templates.items.properties.category,data:data35};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data32.template_path !== undefined){
let data36 = data32.template_path;
if(typeof data36 !== "string"){
const err50 = {instancePath:instancePath+"/phase_templates/" + i7+"/template_path",schemaPath:"#/properties/phase_templates/items/properties/template_path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.properties.phase_templates.items.properties.template_path.type,parentSchema:schema52.properties.phase_templates.items.properties.template_path,data:data36};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/phase_templates/" + i7,schemaPath:"#/properties/phase_templates/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema52.properties.phase_templates.items.type,parentSchema:schema52.properties.phase_templates.items,data:data32};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath:instancePath+"/phase_templates",schemaPath:"#/properties/phase_templates/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema52.properties.phase_templates.type,parentSchema:schema52.properties.phase_templates,data:data31};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema52.type,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
validate134.errors = vErrors;
return errors === 0;
}

export const projectProfileV1 = validate135;
const schema53 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/uet/project_profile.v1.json","title":"ProjectProfile v1","description":"A project profile: what a project is, where its things are, and what its patches must keep.","type":"object","required":["project_id","project_name","project_root","domain","profile_id","resource_types","available_tools","framework_paths","constraints"],"additionalProperties":false,"properties":{"doc_id":{"description":"An annotation that documents of the framework carry; ignored.","type":"string"},"project_id":{"description":"Names the project.","type":"string","minLength":1},"project_name":{"description":"What people read.","type":"string","minLength":1},"project_root":{"description":"The project's folder.","type":"string","minLength":1},"domain":{"description":"The kind of project.","type":"string","enum":["software-dev","data-pipeline","operations","documentation","mixed"]},"profile_id":{"description":"The profile it follows.","type":"string","minLength":1},"profile_version":{"description":"The version of that profile, as three numbers.","type":"string","pattern":"^[0-9]+\\.[0-9]+\\.[0-9]+$"},"resource_types":{"description":"The sorts of things in it, by name.","type":"object","additionalProperties":{"description":"One sort of thing.","type":"object","properties":{"root":{"description":"The folder where it begins.","type":"string"},"tracked_by":{"description":"What keeps its history, for example `git`.","type":"string"},"exclusions":{"description":"What does not belong to it, as globs.","type":"array","items":{"type":"string"}}}}},"available_tools":{"description":"The tools that can be used on it.","type":"array","items":{"description":"One tool.","type":"object","required":["tool_id","command","capabilities"],"properties":{"tool_id":{"description":"Names it.","type":"string"},"command":{"description":"The command line that starts it.","type":"string"},"capabilities":{"description":"What it can do.","type":"array","items":{"type":"string"}},"max_parallel":{"description":"The most starts of it at the same time.","type":"integer","minimum":1}}}},"framework_paths":{"description":"Where the framework keeps its files.","type":"object","required":["tasks_dir","ledger_dir","worktrees_dir","quarantine_dir","registry_file"],"properties":{"tasks_dir":{"description":"The folder of the tasks.","type":"string"},"ledger_dir":{"description":"The folder of the ledger.","type":"string"},"worktrees_dir":{"description":"The folder of the workspaces.","type":"string"},"quarantine_dir":{"description":"The folder of the patches that were set aside.","type":"string"},"registry_file":{"description":"The file that lists everything.","type":"string"}}},"constraints":{"description":"What every patch of the project must keep.","type":"object","properties":{"patch_only":{"description":"Whether work must come as patches.","type":"boolean","default":true},"tests_must_pass":{"description":"Whether the project's tests must pass.","type":"boolean","default":true},"ascii_only":{"description":"Whether added lines may hold ASCII characters only.","type":"boolean","default":true},"max_lines_changed":{"description":"The most lines that one patch may add and remove together.","type":"integer","minimum":1},"max_files_changed":{"description":"The most files that one patch may touch.","type":"integer","minimum":1},"require_issue_ref":{"description":"Whether a patch must name an issue.","type":"boolean"}}},"framework_version":{"description":"The version of the framework, as three numbers.","type":"string","pattern":"^[0-9]+\\.[0-9]+\\.[0-9]+$"}}};

function validate135(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/uet/project_profile.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.project_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "project_id"},message:"must have required property '"+"project_id"+"'",schema:schema53.required,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.project_name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "project_name"},message:"must have required property '"+"project_name"+"'",schema:schema53.required,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.project_root === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "project_root"},message:"must have required property '"+"project_root"+"'",schema:schema53.required,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.domain === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "domain"},message:"must have required property '"+"domain"+"'",schema:schema53.required,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.profile_id === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "profile_id"},message:"must have required property '"+"profile_id"+"'",schema:schema53.required,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.resource_types === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "resource_types"},message:"must have required property '"+"resource_types"+"'",schema:schema53.required,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.available_tools === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "available_tools"},message:"must have required property '"+"available_tools"+"'",schema:schema53.required,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.framework_paths === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "framework_paths"},message:"must have required property '"+"framework_paths"+"'",schema:schema53.required,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.constraints === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "constraints"},message:"must have required property '"+"constraints"+"'",schema:schema53.required,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema53.properties, key0))){
const err9 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err10 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema53.properties.doc_id.type,parentSchema:schema53.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.project_id !== undefined){
let data1 = data.project_id;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err11 = {instancePath:instancePath+"/project_id",schemaPath:"#/properties/project_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema53.properties.project_id,data:data1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/project_id",schemaPath:"#/properties/project_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema53.properties.project_id.type,parentSchema:schema53.properties.project_id,data:data1};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.project_name !== undefined){
let data2 = data.project_name;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err13 = {instancePath:instancePath+"/project_name",schemaPath:"#/properties/project_name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema53.properties.project_name,data:data2};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/project_name",schemaPath:"#/properties/project_name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema53.properties.project_name.type,parentSchema:schema53.properties.project_name,data:data2};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.project_root !== undefined){
let data3 = data.project_root;
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err15 = {instancePath:instancePath+"/project_root",schemaPath:"#/properties/project_root/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema53.properties.project_root,data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/project_root",schemaPath:"#/properties/project_root/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema53.properties.project_root.type,parentSchema:schema53.properties.project_root,data:data3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.domain !== undefined){
let data4 = data.domain;
if(typeof data4 !== "string"){
const err17 = {instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema53.properties.domain.type,parentSchema:schema53.properties.domain,data:data4};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(!(((((data4 === "software-dev") || (data4 === "data-pipeline")) || (data4 === "operations")) || (data4 === "documentation")) || (data4 === "mixed"))){
const err18 = {instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/enum",keyword:"enum",params:{allowedValues: schema53.properties.domain.enum},message:"must be equal to one of the allowed values",schema:schema53.properties.domain.enum,parentSchema:schema53.properties.domain,data:data4};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.profile_id !== undefined){
let data5 = data.profile_id;
if(typeof data5 === "string"){
if(func3(data5) < 1){
const err19 = {instancePath:instancePath+"/profile_id",schemaPath:"#/properties/profile_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema53.properties.profile_id,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/profile_id",schemaPath:"#/properties/profile_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema53.properties.profile_id.type,parentSchema:schema53.properties.profile_id,data:data5};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.profile_version !== undefined){
let data6 = data.profile_version;
if(typeof data6 === "string"){
if(!pattern50.test(data6)){
const err21 = {instancePath:instancePath+"/profile_version",schemaPath:"#/properties/profile_version/pattern",keyword:"pattern",params:{pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+$"},message:"must match pattern \""+"^[0-9]+\\.[0-9]+\\.[0-9]+$"+"\"",schema:"^[0-9]+\\.[0-9]+\\.[0-9]+$",parentSchema:schema53.properties.profile_version,data:data6};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/profile_version",schemaPath:"#/properties/profile_version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema53.properties.profile_version.type,parentSchema:schema53.properties.profile_version,data:data6};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.resource_types !== undefined){
let data7 = data.resource_types;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key1 in data7){
let data8 = data7[key1];
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.root !== undefined){
let data9 = data8.root;
if(typeof data9 !== "string"){
const err23 = {instancePath:instancePath+"/resource_types/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/root",schemaPath:"#/properties/resource_types/additionalProperties/properties/root/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema53.properties.resource_types.additionalProperties.properties.root.type,parentSchema:schema53.properties.resource_types.additionalProperties.properties.root,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data8.tracked_by !== undefined){
let data10 = data8.tracked_by;
if(typeof data10 !== "string"){
const err24 = {instancePath:instancePath+"/resource_types/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/tracked_by",schemaPath:"#/properties/resource_types/additionalProperties/properties/tracked_by/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema53.properties.resource_types.additionalProperties.properties.tracked_by.type,parentSchema:schema53.properties.resource_types.additionalProperties.properties.tracked_by,data:data10};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data8.exclusions !== undefined){
let data11 = data8.exclusions;
if(Array.isArray(data11)){
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
let data12 = data11[i0];
if(typeof data12 !== "string"){
const err25 = {instancePath:instancePath+"/resource_types/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/exclusions/" + i0,schemaPath:"#/properties/resource_types/additionalProperties/properties/exclusions/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema53.properties.resource_types.additionalProperties.properties.exclusions.items.type,parentSchema:schema53.properties.resource_types.additionalProperties.properties.exclusions.items,data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/resource_types/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/exclusions",schemaPath:"#/properties/resource_types/additionalProperties/properties/exclusions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema53.properties.resource_types.additionalProperties.properties.exclusions.type,parentSchema:schema53.properties.resource_types.additionalProperties.properties.exclusions,data:data11};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/resource_types/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/resource_types/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema53.properties.resource_types.additionalProperties.type,parentSchema:schema53.properties.resource_types.additionalProperties,data:data8};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/resource_types",schemaPath:"#/properties/resource_types/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema53.properties.resource_types.type,parentSchema:schema53.properties.resource_types,data:data7};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.available_tools !== undefined){
let data13 = data.available_tools;
if(Array.isArray(data13)){
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
let data14 = data13[i1];
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.tool_id === undefined){
const err29 = {instancePath:instancePath+"/available_tools/" + i1,schemaPath:"#/properties/available_tools/items/required",keyword:"required",params:{missingProperty: "tool_id"},message:"must have required property '"+"tool_id"+"'",schema:schema53.properties.available_tools.items.required,parentSchema:schema53.properties.available_tools.items,data:data14};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data14.command === undefined){
const err30 = {instancePath:instancePath+"/available_tools/" + i1,schemaPath:"#/properties/available_tools/items/required",keyword:"required",params:{missingProperty: "command"},message:"must have required property '"+"command"+"'",schema:schema53.properties.available_tools.items.required,parentSchema:schema53.properties.available_tools.items,data:data14};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data14.capabilities === undefined){
const err31 = {instancePath:instancePath+"/available_tools/" + i1,schemaPath:"#/properties/available_tools/items/required",keyword:"required",params:{missingProperty: "capabilities"},message:"must have required property '"+"capabilities"+"'",schema:schema53.properties.available_tools.items.required,parentSchema:schema53.properties.available_tools.items,data:data14};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data14.tool_id !== undefined){
let data15 = data14.tool_id;
if(typeof data15 !== "string"){
const err32 = {instancePath:instancePath+"/available_tools/" + i1+"/tool_id",schemaPath:"#/properties/available_tools/items/properties/tool_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema53.properties.available_tools.items.properties.tool_id.type,parentSchema:schema53.properties.available_tools.items.properties.tool_id,data:data15};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data14.command !== undefined){
let data16 = data14.command;
if(typeof data16 !== "string"){
const err33 = {instancePath:instancePath+"/available_tools/" + i1+"/command",schemaPath:"#/properties/available_tools/items/properties/command/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema53.properties.available_tools.items.properties.command.type,parentSchema:schema53.properties.available_tools.items.properties.command,data:data16};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data14.capabilities !== undefined){
let data17 = data14.capabilities;
if(Array.isArray(data17)){
const len2 = data17.length;
for(let i2=0; i2<len2; i2++){
let data18 = data17[i2];
if(typeof data18 !== "string"){
const err34 = {instancePath:instancePath+"/available_tools/" + i1+"/capabilities/" + i2,schemaPath:"#/properties/available_tools/items/properties/capabilities/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema53.properties.available_tools.items.properties.capabilities.items.type,parentSchema:schema53.properties.available_tools.items.properties.capabilities.items,data:data18};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/available_tools/" + i1+"/capabilities",schemaPath:"#/properties/available_tools/items/properties/capabilities/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema53.properties.available_tools.items.properties.capabilities.type,parentSchema:schema53.properties.available_tools.items.properties.capabilities,data:data17};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data14.max_parallel !== undefined){
let data19 = data14.max_parallel;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err36 = {instancePath:instancePath+"/available_tools/" + i1+"/max_parallel",schemaPath:"#/properties/available_tools/items/properties/max_parallel/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.properties.available_tools.items.properties.max_parallel.type,parentSchema:schema53.properties.available_tools.items.properties.max_parallel,data:data19};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 1 || isNaN(data19)){
const err37 = {instancePath:instancePath+"/available_tools/" + i1+"/max_parallel",schemaPath:"#/properties/available_tools/items/properties/max_parallel/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema53.properties.available_tools.items.properties.max_parallel,data:data19};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
}
else {
const err38 = {instancePath:instancePath+"/available_tools/" + i1,schemaPath:"#/properties/available_tools/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema53.properties.available_tools.items.type,parentSchema:schema53.properties.available_tools.items,data:data14};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/available_tools",schemaPath:"#/properties/available_tools/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema53.properties.available_tools.type,parentSchema:schema53.properties.available_tools,data:data13};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.framework_paths !== undefined){
let data20 = data.framework_paths;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.tasks_dir === undefined){
const err40 = {instancePath:instancePath+"/framework_paths",schemaPath:"#/properties/framework_paths/required",keyword:"required",params:{missingProperty: "tasks_dir"},message:"must have required property '"+"tasks_dir"+"'",schema:schema53.properties.framework_paths.required,parentSchema:schema53.properties.framework_paths,data:data20};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data20.ledger_dir === undefined){
const err41 = {instancePath:instancePath+"/framework_paths",schemaPath:"#/properties/framework_paths/required",keyword:"required",params:{missingProperty: "ledger_dir"},message:"must have required property '"+"ledger_dir"+"'",schema:schema53.properties.framework_paths.required,parentSchema:schema53.properties.framework_paths,data:data20};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data20.worktrees_dir === undefined){
const err42 = {instancePath:instancePath+"/framework_paths",schemaPath:"#/properties/framework_paths/required",keyword:"required",params:{missingProperty: "worktrees_dir"},message:"must have required property '"+"worktrees_dir"+"'",schema:schema53.properties.framework_paths.required,parentSchema:schema53.properties.framework_paths,data:data20};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data20.quarantine_dir === undefined){
const err43 = {instancePath:instancePath+"/framework_paths",schemaPath:"#/properties/framework_paths/required",keyword:"required",params:{missingProperty: "quarantine_dir"},message:"must have required property '"+"quarantine_dir"+"'",schema:schema53.properties.framework_paths.required,parentSchema:schema53.properties.framework_paths,data:data20};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data20.registry_file === undefined){
const err44 = {instancePath:instancePath+"/framework_paths",schemaPath:"#/properties/framework_paths/required",keyword:"required",params:{missingProperty: "registry_file"},message:"must have required property '"+"registry_file"+"'",schema:schema53.properties.framework_paths.required,parentSchema:schema53.properties.framework_paths,data:data20};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data20.tasks_dir !== undefined){
let data21 = data20.tasks_dir;
if(typeof data21 !== "string"){
const err45 = {instancePath:instancePath+"/framework_paths/tasks_dir",schemaPath:"#/properties/framework_paths/properties/tasks_dir/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema53.properties.framework_paths.properties.tasks_dir.type,parentSchema:schema53.properties.framework_paths.properties.tasks_dir,data:data21};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data20.ledger_dir !== undefined){
let data22 = data20.ledger_dir;
if(typeof data22 !== "string"){
const err46 = {instancePath:instancePath+"/framework_paths/ledger_dir",schemaPath:"#/properties/framework_paths/properties/ledger_dir/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema53.properties.framework_paths.properties.ledger_dir.type,parentSchema:schema53.properties.framework_paths.properties.ledger_dir,data:data22};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data20.worktrees_dir !== undefined){
let data23 = data20.worktrees_dir;
if(typeof data23 !== "string"){
const err47 = {instancePath:instancePath+"/framework_paths/worktrees_dir",schemaPath:"#/properties/framework_paths/properties/worktrees_dir/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema53.properties.framework_paths.properties.worktrees_dir.type,parentSchema:schema53.properties.framework_paths.properties.worktrees_dir,data:data23};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data20.quarantine_dir !== undefined){
let data24 = data20.quarantine_dir;
if(typeof data24 !== "string"){
const err48 = {instancePath:instancePath+"/framework_paths/quarantine_dir",schemaPath:"#/properties/framework_paths/properties/quarantine_dir/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema53.properties.framework_paths.properties.quarantine_dir.type,parentSchema:schema53.properties.framework_paths.properties.quarantine_dir,data:data24};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data20.registry_file !== undefined){
let data25 = data20.registry_file;
if(typeof data25 !== "string"){
const err49 = {instancePath:instancePath+"/framework_paths/registry_file",schemaPath:"#/properties/framework_paths/properties/registry_file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema53.properties.framework_paths.properties.registry_file.type,parentSchema:schema53.properties.framework_paths.properties.registry_file,data:data25};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath:instancePath+"/framework_paths",schemaPath:"#/properties/framework_paths/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema53.properties.framework_paths.type,parentSchema:schema53.properties.framework_paths,data:data20};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.constraints !== undefined){
let data26 = data.constraints;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(data26.patch_only !== undefined){
let data27 = data26.patch_only;
if(typeof data27 !== "boolean"){
const err51 = {instancePath:instancePath+"/constraints/patch_only",schemaPath:"#/properties/constraints/properties/patch_only/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema53.properties.constraints.properties.patch_only.type,parentSchema:schema53.properties.constraints.properties.patch_only,data:data27};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data26.tests_must_pass !== undefined){
let data28 = data26.tests_must_pass;
if(typeof data28 !== "boolean"){
const err52 = {instancePath:instancePath+"/constraints/tests_must_pass",schemaPath:"#/properties/constraints/properties/tests_must_pass/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema53.properties.constraints.properties.tests_must_pass.type,parentSchema:schema53.properties.constraints.properties.tests_must_pass,data:data28};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data26.ascii_only !== undefined){
let data29 = data26.ascii_only;
if(typeof data29 !== "boolean"){
const err53 = {instancePath:instancePath+"/constraints/ascii_only",schemaPath:"#/properties/constraints/properties/ascii_only/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema53.properties.constraints.properties.ascii_only.type,parentSchema:schema53.properties.constraints.properties.ascii_only,data:data29};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data26.max_lines_changed !== undefined){
let data30 = data26.max_lines_changed;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
const err54 = {instancePath:instancePath+"/constraints/max_lines_changed",schemaPath:"#/properties/constraints/properties/max_lines_changed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.properties.constraints.properties.max_lines_changed.type,parentSchema:schema53.properties.constraints.properties.max_lines_changed,data:data30};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 < 1 || isNaN(data30)){
const err55 = {instancePath:instancePath+"/constraints/max_lines_changed",schemaPath:"#/properties/constraints/properties/max_lines_changed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema53.properties.constraints.properties.max_lines_changed,data:data30};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
if(data26.max_files_changed !== undefined){
let data31 = data26.max_files_changed;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
const err56 = {instancePath:instancePath+"/constraints/max_files_changed",schemaPath:"#/properties/constraints/properties/max_files_changed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.properties.constraints.properties.max_files_changed.type,parentSchema:schema53.properties.constraints.properties.max_files_changed,data:data31};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 < 1 || isNaN(data31)){
const err57 = {instancePath:instancePath+"/constraints/max_files_changed",schemaPath:"#/properties/constraints/properties/max_files_changed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema53.properties.constraints.properties.max_files_changed,data:data31};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
if(data26.require_issue_ref !== undefined){
let data32 = data26.require_issue_ref;
if(typeof data32 !== "boolean"){
const err58 = {instancePath:instancePath+"/constraints/require_issue_ref",schemaPath:"#/properties/constraints/properties/require_issue_ref/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema53.properties.constraints.properties.require_issue_ref.type,parentSchema:schema53.properties.constraints.properties.require_issue_ref,data:data32};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/constraints",schemaPath:"#/properties/constraints/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema53.properties.constraints.type,parentSchema:schema53.properties.constraints,data:data26};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data.framework_version !== undefined){
let data33 = data.framework_version;
if(typeof data33 === "string"){
if(!pattern50.test(data33)){
const err60 = {instancePath:instancePath+"/framework_version",schemaPath:"#/properties/framework_version/pattern",keyword:"pattern",params:{pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+$"},message:"must match pattern \""+"^[0-9]+\\.[0-9]+\\.[0-9]+$"+"\"",schema:"^[0-9]+\\.[0-9]+\\.[0-9]+$",parentSchema:schema53.properties.framework_version,data:data33};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
else {
const err61 = {instancePath:instancePath+"/framework_version",schemaPath:"#/properties/framework_version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema53.properties.framework_version.type,parentSchema:schema53.properties.framework_version,data:data33};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
else {
const err62 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema53.type,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
validate135.errors = vErrors;
return errors === 0;
}

export const promptInstanceV1 = validate136;
const schema54 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/uet/prompt_instance.v1.json","title":"PromptInstance v1","description":"A prompt instance: a prompt as it was sent to a tool, by sections.","type":"object","required":["prompt_instance_id","template_id","target_tool","kind","sections"],"additionalProperties":false,"properties":{"doc_id":{"description":"An annotation that documents of the framework carry; ignored.","type":"string"},"prompt_instance_id":{"description":"Names the instance.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"template_id":{"description":"The template it was made from.","type":"string"},"target_tool":{"description":"The tool it is for.","type":"string"},"kind":{"description":"What the tool is asked to do, for example to change code or to review it.","type":"string"},"sections":{"description":"The prompt's text.","type":"object","required":["OBJECTIVE"],"additionalProperties":false,"properties":{"HEADER":{"description":"What comes first: project, phase, task.","type":"string"},"OBJECTIVE":{"description":"What shall be done.","type":"string"},"CONTEXT":{"description":"What the tool should know.","type":"string"},"CONSTRAINTS":{"description":"What the tool must keep to.","type":"string"},"FILES_SCOPE":{"description":"Which files it may read, change and create.","type":"string"},"OUTPUT_SPEC":{"description":"In what form it shall answer.","type":"string"},"VALIDATION":{"description":"How its answer will be checked.","type":"string"}}}}};

function validate136(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/uet/prompt_instance.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.prompt_instance_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "prompt_instance_id"},message:"must have required property '"+"prompt_instance_id"+"'",schema:schema54.required,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.template_id === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "template_id"},message:"must have required property '"+"template_id"+"'",schema:schema54.required,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.target_tool === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "target_tool"},message:"must have required property '"+"target_tool"+"'",schema:schema54.required,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.kind === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema54.required,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.sections === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sections"},message:"must have required property '"+"sections"+"'",schema:schema54.required,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "doc_id") || (key0 === "prompt_instance_id")) || (key0 === "template_id")) || (key0 === "target_tool")) || (key0 === "kind")) || (key0 === "sections"))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err6 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema54.properties.doc_id.type,parentSchema:schema54.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.prompt_instance_id !== undefined){
let data1 = data.prompt_instance_id;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err7 = {instancePath:instancePath+"/prompt_instance_id",schemaPath:"#/properties/prompt_instance_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema54.properties.prompt_instance_id,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/prompt_instance_id",schemaPath:"#/properties/prompt_instance_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema54.properties.prompt_instance_id.type,parentSchema:schema54.properties.prompt_instance_id,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.template_id !== undefined){
let data2 = data.template_id;
if(typeof data2 !== "string"){
const err9 = {instancePath:instancePath+"/template_id",schemaPath:"#/properties/template_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema54.properties.template_id.type,parentSchema:schema54.properties.template_id,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.target_tool !== undefined){
let data3 = data.target_tool;
if(typeof data3 !== "string"){
const err10 = {instancePath:instancePath+"/target_tool",schemaPath:"#/properties/target_tool/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema54.properties.target_tool.type,parentSchema:schema54.properties.target_tool,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.kind !== undefined){
let data4 = data.kind;
if(typeof data4 !== "string"){
const err11 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema54.properties.kind.type,parentSchema:schema54.properties.kind,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.sections !== undefined){
let data5 = data.sections;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.OBJECTIVE === undefined){
const err12 = {instancePath:instancePath+"/sections",schemaPath:"#/properties/sections/required",keyword:"required",params:{missingProperty: "OBJECTIVE"},message:"must have required property '"+"OBJECTIVE"+"'",schema:schema54.properties.sections.required,parentSchema:schema54.properties.sections,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key1 in data5){
if(!(((((((key1 === "HEADER") || (key1 === "OBJECTIVE")) || (key1 === "CONTEXT")) || (key1 === "CONSTRAINTS")) || (key1 === "FILES_SCOPE")) || (key1 === "OUTPUT_SPEC")) || (key1 === "VALIDATION"))){
const err13 = {instancePath:instancePath+"/sections",schemaPath:"#/properties/sections/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema54.properties.sections,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data5.HEADER !== undefined){
let data6 = data5.HEADER;
if(typeof data6 !== "string"){
const err14 = {instancePath:instancePath+"/sections/HEADER",schemaPath:"#/properties/sections/properties/HEADER/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema54.properties.sections.properties.HEADER.type,parentSchema:schema54.properties.sections.properties.HEADER,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data5.OBJECTIVE !== undefined){
let data7 = data5.OBJECTIVE;
if(typeof data7 !== "string"){
const err15 = {instancePath:instancePath+"/sections/OBJECTIVE",schemaPath:"#/properties/sections/properties/OBJECTIVE/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema54.properties.sections.properties.OBJECTIVE.type,parentSchema:schema54.properties.sections.properties.OBJECTIVE,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data5.CONTEXT !== undefined){
let data8 = data5.CONTEXT;
if(typeof data8 !== "string"){
const err16 = {instancePath:instancePath+"/sections/CONTEXT",schemaPath:"#/properties/sections/properties/CONTEXT/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema54.properties.sections.properties.CONTEXT.type,parentSchema:schema54.properties.sections.properties.CONTEXT,data:data8};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data5.CONSTRAINTS !== undefined){
let data9 = data5.CONSTRAINTS;
if(typeof data9 !== "string"){
const err17 = {instancePath:instancePath+"/sections/CONSTRAINTS",schemaPath:"#/properties/sections/properties/CONSTRAINTS/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema54.properties.sections.properties.CONSTRAINTS.type,parentSchema:schema54.properties.sections.properties.CONSTRAINTS,data:data9};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data5.FILES_SCOPE !== undefined){
let data10 = data5.FILES_SCOPE;
if(typeof data10 !== "string"){
const err18 = {instancePath:instancePath+"/sections/FILES_SCOPE",schemaPath:"#/properties/sections/properties/FILES_SCOPE/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema54.properties.sections.properties.FILES_SCOPE.type,parentSchema:schema54.properties.sections.properties.FILES_SCOPE,data:data10};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data5.OUTPUT_SPEC !== undefined){
let data11 = data5.OUTPUT_SPEC;
if(typeof data11 !== "string"){
const err19 = {instancePath:instancePath+"/sections/OUTPUT_SPEC",schemaPath:"#/properties/sections/properties/OUTPUT_SPEC/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema54.properties.sections.properties.OUTPUT_SPEC.type,parentSchema:schema54.properties.sections.properties.OUTPUT_SPEC,data:data11};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data5.VALIDATION !== undefined){
let data12 = data5.VALIDATION;
if(typeof data12 !== "string"){
const err20 = {instancePath:instancePath+"/sections/VALIDATION",schemaPath:"#/properties/sections/properties/VALIDATION/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema54.properties.sections.properties.VALIDATION.type,parentSchema:schema54.properties.sections.properties.VALIDATION,data:data12};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/sections",schemaPath:"#/properties/sections/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema54.properties.sections.type,parentSchema:schema54.properties.sections,data:data5};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema54.type,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
validate136.errors = vErrors;
return errors === 0;
}

export const routerConfigV1 = validate137;
const schema55 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/uet/router_config.v1.json","title":"RouterConfig v1","description":"A router configuration: the tools there are, and the rules by which one is chosen.","type":"object","required":["version","apps","routing"],"additionalProperties":false,"properties":{"doc_id":{"description":"An annotation that documents of the framework carry; ignored.","type":"string"},"version":{"description":"The version of this configuration, as three numbers.","type":"string","pattern":"^[0-9]+\\.[0-9]+\\.[0-9]+$"},"apps":{"description":"The tools by name.","type":"object","additionalProperties":{"description":"One tool.","type":"object","required":["kind","command","capabilities"],"properties":{"kind":{"description":"Whether it does the work, checks it or looks at it.","type":"string","enum":["tool","validator","analyzer"]},"command":{"description":"The command line that starts it.","type":"string"},"capabilities":{"description":"What it can do.","type":"object","properties":{"task_kinds":{"description":"The sorts of work it takes.","type":"array","items":{"type":"string"}},"domains":{"description":"The fields it takes work from.","type":"array","items":{"type":"string"}}}},"limits":{"description":"How much of it may be used.","type":"object","properties":{"max_parallel":{"description":"The most starts of it at the same time.","type":"integer"},"timeout_seconds":{"description":"How long one start may take.","type":"integer"}}},"safety_tier":{"description":"How far it is trusted.","type":"string","enum":["low","medium","high"]}}}},"routing":{"description":"How a tool is chosen.","type":"object","properties":{"rules":{"description":"The rules; the first that matches decides.","type":"array","items":{"description":"One rule.","type":"object","required":["id","match"],"properties":{"id":{"description":"Names the rule.","type":"string"},"match":{"description":"What a request must be like for the rule to hold.","type":"object","properties":{"task_kind":{"description":"The sorts of work, any of them.","type":"array","items":{"type":"string"}},"risk_tier":{"description":"The risk tiers, any of them.","type":"array","items":{"type":"string"}},"complexity":{"description":"How hard the work is.","type":"string"}}},"select_from":{"description":"The tools to choose among.","type":"array","items":{"type":"string"}},"strategy":{"description":"Whether one tool is fixed, or they take turns, or the router decides.","type":"string","enum":["fixed","round_robin","auto"]},"validate_with":{"description":"The tools that check the result.","type":"array","items":{"type":"string"}},"required":{"description":"Whether a request without a tool by this rule is refused.","type":"boolean"}}}}}},"defaults":{"description":"What holds where nothing is said.","type":"object","properties":{"max_attempts":{"description":"The most times a request is tried.","type":"integer"},"timeout_seconds":{"description":"How long one attempt may take.","type":"integer"},"strategy":{"description":"How a tool is chosen.","type":"string"}}}}};

function validate137(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/uet/router_config.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'",schema:schema55.required,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.apps === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apps"},message:"must have required property '"+"apps"+"'",schema:schema55.required,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.routing === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "routing"},message:"must have required property '"+"routing"+"'",schema:schema55.required,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "doc_id") || (key0 === "version")) || (key0 === "apps")) || (key0 === "routing")) || (key0 === "defaults"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema55.properties.doc_id.type,parentSchema:schema55.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.version !== undefined){
let data1 = data.version;
if(typeof data1 === "string"){
if(!pattern50.test(data1)){
const err5 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/pattern",keyword:"pattern",params:{pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+$"},message:"must match pattern \""+"^[0-9]+\\.[0-9]+\\.[0-9]+$"+"\"",schema:"^[0-9]+\\.[0-9]+\\.[0-9]+$",parentSchema:schema55.properties.version,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema55.properties.version.type,parentSchema:schema55.properties.version,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.apps !== undefined){
let data2 = data.apps;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
let data3 = data2[key1];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.kind === undefined){
const err7 = {instancePath:instancePath+"/apps/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/apps/additionalProperties/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema55.properties.apps.additionalProperties.required,parentSchema:schema55.properties.apps.additionalProperties,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data3.command === undefined){
const err8 = {instancePath:instancePath+"/apps/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/apps/additionalProperties/required",keyword:"required",params:{missingProperty: "command"},message:"must have required property '"+"command"+"'",schema:schema55.properties.apps.additionalProperties.required,parentSchema:schema55.properties.apps.additionalProperties,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3.capabilities === undefined){
const err9 = {instancePath:instancePath+"/apps/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/apps/additionalProperties/required",keyword:"required",params:{missingProperty: "capabilities"},message:"must have required property '"+"capabilities"+"'",schema:schema55.properties.apps.additionalProperties.required,parentSchema:schema55.properties.apps.additionalProperties,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3.kind !== undefined){
let data4 = data3.kind;
if(typeof data4 !== "string"){
const err10 = {instancePath:instancePath+"/apps/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/kind",schemaPath:"#/properties/apps/additionalProperties/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema55.properties.apps.additionalProperties.properties.kind.type,parentSchema:schema55.properties.apps.additionalProperties.properties.kind,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!(((data4 === "tool") || (data4 === "validator")) || (data4 === "analyzer"))){
const err11 = {instancePath:instancePath+"/apps/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/kind",schemaPath:"#/properties/apps/additionalProperties/properties/kind/enum",keyword:"enum",params:{allowedValues: schema55.properties.apps.additionalProperties.properties.kind.enum},message:"must be equal to one of the allowed values",schema:schema55.properties.apps.additionalProperties.properties.kind.enum,parentSchema:schema55.properties.apps.additionalProperties.properties.kind,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data3.command !== undefined){
let data5 = data3.command;
if(typeof data5 !== "string"){
const err12 = {instancePath:instancePath+"/apps/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/command",schemaPath:"#/properties/apps/additionalProperties/properties/command/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema55.properties.apps.additionalProperties.properties.command.type,parentSchema:schema55.properties.apps.additionalProperties.properties.command,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data3.capabilities !== undefined){
let data6 = data3.capabilities;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.task_kinds !== undefined){
let data7 = data6.task_kinds;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(typeof data8 !== "string"){
const err13 = {instancePath:instancePath+"/apps/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/capabilities/task_kinds/" + i0,schemaPath:"#/properties/apps/additionalProperties/properties/capabilities/properties/task_kinds/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema55.properties.apps.additionalProperties.properties.capabilities.properties.task_kinds.items.type,parentSchema:schema55.properties.apps.additionalProperties.properties.capabilities.properties.task_kinds.items,data:data8};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/apps/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/capabilities/task_kinds",schemaPath:"#/properties/apps/additionalProperties/properties/capabilities/properties/task_kinds/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema55.properties.apps.additionalProperties.properties.capabilities.properties.task_kinds.type,parentSchema:schema55.properties.apps.additionalProperties.properties.capabilities.properties.task_kinds,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data6.domains !== undefined){
let data9 = data6.domains;
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
if(typeof data10 !== "string"){
const err15 = {instancePath:instancePath+"/apps/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/capabilities/domains/" + i1,schemaPath:"#/properties/apps/additionalProperties/properties/capabilities/properties/domains/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema55.properties.apps.additionalProperties.properties.capabilities.properties.domains.items.type,parentSchema:schema55.properties.apps.additionalProperties.properties.capabilities.properties.domains.items,data:data10};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/apps/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/capabilities/domains",schemaPath:"#/properties/apps/additionalProperties/properties/capabilities/properties/domains/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema55.properties.apps.additionalProperties.properties.capabilities.properties.domains.type,parentSchema:schema55.properties.apps.additionalProperties.properties.capabilities.properties.domains,data:data9};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/apps/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/capabilities",schemaPath:"#/properties/apps/additionalProperties/properties/capabilities/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema55.properties.apps.additionalProperties.properties.capabilities.type,parentSchema:schema55.properties.apps.additionalProperties.properties.capabilities,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data3.limits !== undefined){
let data11 = data3.limits;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.max_parallel !== undefined){
let data12 = data11.max_parallel;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err18 = {instancePath:instancePath+"/apps/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/limits/max_parallel",schemaPath:"#/properties/apps/additionalProperties/properties/limits/properties/max_parallel/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema55.properties.apps.additionalProperties.properties.limits.properties.max_parallel.type,parentSchema:schema55.properties.apps.additionalProperties.properties.limits.properties.max_parallel,data:data12};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data11.timeout_seconds !== undefined){
let data13 = data11.timeout_seconds;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err19 = {instancePath:instancePath+"/apps/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/limits/timeout_seconds",schemaPath:"#/properties/apps/additionalProperties/properties/limits/properties/timeout_seconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema55.properties.apps.additionalProperties.properties.limits.properties.timeout_seconds.type,parentSchema:schema55.properties.apps.additionalProperties.properties.limits.properties.timeout_seconds,data:data13};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/apps/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/limits",schemaPath:"#/properties/apps/additionalProperties/properties/limits/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema55.properties.apps.additionalProperties.properties.limits.type,parentSchema:schema55.properties.apps.additionalProperties.properties.limits,data:data11};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data3.safety_tier !== undefined){
let data14 = data3.safety_tier;
if(typeof data14 !== "string"){
const err21 = {instancePath:instancePath+"/apps/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/safety_tier",schemaPath:"#/properties/apps/additionalProperties/properties/safety_tier/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema55.properties.apps.additionalProperties.properties.safety_tier.type,parentSchema:schema55.properties.apps.additionalProperties.properties.safety_tier,data:data14};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!(((data14 === "low") || (data14 === "medium")) || (data14 === "high"))){
const err22 = {instancePath:instancePath+"/apps/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/safety_tier",schemaPath:"#/properties/apps/additionalProperties/properties/safety_tier/enum",keyword:"enum",params:{allowedValues: schema55.properties.apps.additionalProperties.properties.safety_tier.enum},message:"must be equal to one of the allowed values",schema:schema55.properties.apps.additionalProperties.properties.safety_tier.enum,parentSchema:schema55.properties.apps.additionalProperties.properties.safety_tier,data:data14};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/apps/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/apps/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema55.properties.apps.additionalProperties.type,parentSchema:schema55.properties.apps.additionalProperties,data:data3};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/apps",schemaPath:"#/properties/apps/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema55.properties.apps.type,parentSchema:schema55.properties.apps,data:data2};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.routing !== undefined){
let data15 = data.routing;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.rules !== undefined){
let data16 = data15.rules;
if(Array.isArray(data16)){
const len2 = data16.length;
for(let i2=0; i2<len2; i2++){
let data17 = data16[i2];
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.id === undefined){
const err25 = {instancePath:instancePath+"/routing/rules/" + i2,schemaPath:"#/properties/routing/properties/rules/items/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema55.properties.routing.properties.rules.items.required,parentSchema:schema55.properties.routing.properties.rules.items,data:data17};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data17.match === undefined){
const err26 = {instancePath:instancePath+"/routing/rules/" + i2,schemaPath:"#/properties/routing/properties/rules/items/required",keyword:"required",params:{missingProperty: "match"},message:"must have required property '"+"match"+"'",schema:schema55.properties.routing.properties.rules.items.required,parentSchema:schema55.properties.routing.properties.rules.items,data:data17};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data17.id !== undefined){
let data18 = data17.id;
if(typeof data18 !== "string"){
const err27 = {instancePath:instancePath+"/routing/rules/" + i2+"/id",schemaPath:"#/properties/routing/properties/rules/items/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema55.properties.routing.properties.rules.items.properties.id.type,parentSchema:schema55.properties.routing.properties.rules.items.properties.id,data:data18};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data17.match !== undefined){
let data19 = data17.match;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.task_kind !== undefined){
let data20 = data19.task_kind;
if(Array.isArray(data20)){
const len3 = data20.length;
for(let i3=0; i3<len3; i3++){
let data21 = data20[i3];
if(typeof data21 !== "string"){
const err28 = {instancePath:instancePath+"/routing/rules/" + i2+"/match/task_kind/" + i3,schemaPath:"#/properties/routing/properties/rules/items/properties/match/properties/task_kind/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema55.properties.routing.properties.rules.items.properties.match.properties.task_kind.items.type,parentSchema:schema55.properties.routing.properties.rules.items.properties.match.properties.task_kind.items,data:data21};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/routing/rules/" + i2+"/match/task_kind",schemaPath:"#/properties/routing/properties/rules/items/properties/match/properties/task_kind/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema55.properties.routing.properties.rules.items.properties.match.properties.task_kind.type,parentSchema:schema55.properties.routing.properties.rules.items.properties.match.properties.task_kind,data:data20};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data19.risk_tier !== undefined){
let data22 = data19.risk_tier;
if(Array.isArray(data22)){
const len4 = data22.length;
for(let i4=0; i4<len4; i4++){
let data23 = data22[i4];
if(typeof data23 !== "string"){
const err30 = {instancePath:instancePath+"/routing/rules/" + i2+"/match/risk_tier/" + i4,schemaPath:"#/properties/routing/properties/rules/items/properties/match/properties/risk_tier/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema55.properties.routing.properties.rules.items.properties.match.properties.risk_tier.items.type,parentSchema:schema55.properties.routing.properties.rules.items.properties.match.properties.risk_tier.items,data:data23};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/routing/rules/" + i2+"/match/risk_tier",schemaPath:"#/properties/routing/properties/rules/items/properties/match/properties/risk_tier/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema55.properties.routing.properties.rules.items.properties.match.properties.risk_tier.type,parentSchema:schema55.properties.routing.properties.rules.items.properties.match.properties.risk_tier,data:data22};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data19.complexity !== undefined){
let data24 = data19.complexity;
if(typeof data24 !== "string"){
const err32 = {instancePath:instancePath+"/routing/rules/" + i2+"/match/complexity",schemaPath:"#/properties/routing/properties/rules/items/properties/match/properties/complexity/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema55.properties.routing.properties.rules.items.properties.match.properties.complexity.type,parentSchema:schema55.properties.routing.properties.rules.items.properties.match.properties.complexity,data:data24};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/routing/rules/" + i2+"/match",schemaPath:"#/properties/routing/properties/rules/items/properties/match/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema55.properties.routing.properties.rules.items.properties.match.type,parentSchema:schema55.properties.routing.properties.rules.items.properties.match,data:data19};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data17.select_from !== undefined){
let data25 = data17.select_from;
if(Array.isArray(data25)){
const len5 = data25.length;
for(let i5=0; i5<len5; i5++){
let data26 = data25[i5];
if(typeof data26 !== "string"){
const err34 = {instancePath:instancePath+"/routing/rules/" + i2+"/select_from/" + i5,schemaPath:"#/properties/routing/properties/rules/items/properties/select_from/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema55.properties.routing.properties.rules.items.properties.select_from.items.type,parentSchema:schema55.properties.routing.properties.rules.items.properties.select_from.items,data:data26};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/routing/rules/" + i2+"/select_from",schemaPath:"#/properties/routing/properties/rules/items/properties/select_from/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema55.properties.routing.properties.rules.items.properties.select_from.type,parentSchema:schema55.properties.routing.properties.rules.items.properties.select_from,data:data25};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data17.strategy !== undefined){
let data27 = data17.strategy;
if(typeof data27 !== "string"){
const err36 = {instancePath:instancePath+"/routing/rules/" + i2+"/strategy",schemaPath:"#/properties/routing/properties/rules/items/properties/strategy/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema55.properties.routing.properties.rules.items.properties.strategy.type,parentSchema:schema55.properties.routing.properties.rules.items.properties.strategy,data:data27};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(!(((data27 === "fixed") || (data27 === "round_robin")) || (data27 === "auto"))){
const err37 = {instancePath:instancePath+"/routing/rules/" + i2+"/strategy",schemaPath:"#/properties/routing/properties/rules/items/properties/strategy/enum",keyword:"enum",params:{allowedValues: schema55.properties.routing.properties.rules.items.properties.strategy.enum},message:"must be equal to one of the allowed values",schema:schema55.properties.routing.properties.rules.items.properties.strategy.enum,parentSchema:schema55.properties.routing.properties.rules.items.properties.strategy,data:data27};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data17.validate_with !== undefined){
let data28 = data17.validate_with;
if(Array.isArray(data28)){
const len6 = data28.length;
for(let i6=0; i6<len6; i6++){
let data29 = data28[i6];
if(typeof data29 !== "string"){
const err38 = {instancePath:instancePath+"/routing/rules/" + i2+"/validate_with/" + i6,schemaPath:"#/properties/routing/properties/rules/items/properties/validate_with/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema55.properties.routing.properties.rules.items.properties.validate_with.items.type,parentSchema:schema55.properties.routing.properties.rules.items.properties.validate_with.items,data:data29};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/routing/rules/" + i2+"/validate_with",schemaPath:"#/properties/routing/properties/rules/items/properties/validate_with/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema55.properties.routing.properties.rules.items.properties.validate_with.type,parentSchema:schema55.properties.routing.properties.rules.items.properties.validate_with,data:data28};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data17.required !== undefined){
let data30 = data17.required;
if(typeof data30 !== "boolean"){
const err40 = {instancePath:instancePath+"/routing/rules/" + i2+"/required",schemaPath:"#/properties/routing/properties/rules/items/properties/required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema55.properties.routing.properties.rules.items.properties.required.type,parentSchema:schema55.properties.routing.properties.rules.items.properties.required,data:data30};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath:instancePath+"/routing/rules/" + i2,schemaPath:"#/properties/routing/properties/rules/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema55.properties.routing.properties.rules.items.type,parentSchema:schema55.properties.routing.properties.rules.items,data:data17};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/routing/rules",schemaPath:"#/properties/routing/properties/rules/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema55.properties.routing.properties.rules.type,parentSchema:schema55.properties.routing.properties.rules,data:data16};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/routing",schemaPath:"#/properties/routing/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema55.properties.routing.type,parentSchema:schema55.properties.routing,data:data15};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.defaults !== undefined){
let data31 = data.defaults;
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
if(data31.max_attempts !== undefined){
let data32 = data31.max_attempts;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
const err44 = {instancePath:instancePath+"/defaults/max_attempts",schemaPath:"#/properties/defaults/properties/max_attempts/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema55.properties.defaults.properties.max_attempts.type,parentSchema:schema55.properties.defaults.properties.max_attempts,data:data32};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data31.timeout_seconds !== undefined){
let data33 = data31.timeout_seconds;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
const err45 = {instancePath:instancePath+"/defaults/timeout_seconds",schemaPath:"#/properties/defaults/properties/timeout_seconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema55.properties.defaults.properties.timeout_seconds.type,parentSchema:schema55.properties.defaults.properties.timeout_seconds,data:data33};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data31.strategy !== undefined){
let data34 = data31.strategy;
if(typeof data34 !== "string"){
const err46 = {instancePath:instancePath+"/defaults/strategy",schemaPath:"#/properties/defaults/properties/strategy/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema55.properties.defaults.properties.strategy.type,parentSchema:schema55.properties.defaults.properties.strategy,data:data34};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/defaults",schemaPath:"#/properties/defaults/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema55.properties.defaults.type,parentSchema:schema55.properties.defaults,data:data31};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema55.type,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
validate137.errors = vErrors;
return errors === 0;
}

export const runEventV1 = validate138;
const schema56 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/uet/run_event.v1.json","title":"RunEvent v1","description":"A run event: one thing that happened in a run.","type":"object","required":["event_id","run_id","ts","kind"],"additionalProperties":false,"properties":{"doc_id":{"description":"An annotation that documents of the framework carry; ignored.","type":"string"},"event_id":{"description":"Names the event.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"run_id":{"description":"The run it happened in.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"step_attempt_id":{"description":"The attempt it is about, where it is about one.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"ts":{"description":"When it happened.","type":"string","format":"date-time"},"kind":{"description":"What happened.","type":"string","enum":["run_created","run_started","run_state_changed","tool_call_started","tool_call_completed","tool_call_error","patch_created","patch_validated","patch_apply_started","patch_apply_succeeded","patch_apply_failed","patch_quarantined","error_pipeline_triggered","phase_transition","note"]},"payload":{"description":"The rest, by kind.","type":"object"}}};

function validate138(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/uet/run_event.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.event_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "event_id"},message:"must have required property '"+"event_id"+"'",schema:schema56.required,parentSchema:schema56,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.run_id === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "run_id"},message:"must have required property '"+"run_id"+"'",schema:schema56.required,parentSchema:schema56,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.ts === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "ts"},message:"must have required property '"+"ts"+"'",schema:schema56.required,parentSchema:schema56,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.kind === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema56.required,parentSchema:schema56,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "doc_id") || (key0 === "event_id")) || (key0 === "run_id")) || (key0 === "step_attempt_id")) || (key0 === "ts")) || (key0 === "kind")) || (key0 === "payload"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema56,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema56.properties.doc_id.type,parentSchema:schema56.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.event_id !== undefined){
let data1 = data.event_id;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err6 = {instancePath:instancePath+"/event_id",schemaPath:"#/properties/event_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema56.properties.event_id,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/event_id",schemaPath:"#/properties/event_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema56.properties.event_id.type,parentSchema:schema56.properties.event_id,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.run_id !== undefined){
let data2 = data.run_id;
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
const err8 = {instancePath:instancePath+"/run_id",schemaPath:"#/properties/run_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema56.properties.run_id,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/run_id",schemaPath:"#/properties/run_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema56.properties.run_id.type,parentSchema:schema56.properties.run_id,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.step_attempt_id !== undefined){
let data3 = data.step_attempt_id;
if((typeof data3 !== "string") && (data3 !== null)){
const err10 = {instancePath:instancePath+"/step_attempt_id",schemaPath:"#/properties/step_attempt_id/type",keyword:"type",params:{type: schema56.properties.step_attempt_id.type},message:"must be string,null",schema:schema56.properties.step_attempt_id.type,parentSchema:schema56.properties.step_attempt_id,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err11 = {instancePath:instancePath+"/step_attempt_id",schemaPath:"#/properties/step_attempt_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema56.properties.step_attempt_id,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
if(data.ts !== undefined){
let data4 = data.ts;
if(typeof data4 === "string"){
if(!(formats0.test(data4))){
const err12 = {instancePath:instancePath+"/ts",schemaPath:"#/properties/ts/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema56.properties.ts,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/ts",schemaPath:"#/properties/ts/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema56.properties.ts.type,parentSchema:schema56.properties.ts,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.kind !== undefined){
let data5 = data.kind;
if(typeof data5 !== "string"){
const err14 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema56.properties.kind.type,parentSchema:schema56.properties.kind,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!(((((((((((((((data5 === "run_created") || (data5 === "run_started")) || (data5 === "run_state_changed")) || (data5 === "tool_call_started")) || (data5 === "tool_call_completed")) || (data5 === "tool_call_error")) || (data5 === "patch_created")) || (data5 === "patch_validated")) || (data5 === "patch_apply_started")) || (data5 === "patch_apply_succeeded")) || (data5 === "patch_apply_failed")) || (data5 === "patch_quarantined")) || (data5 === "error_pipeline_triggered")) || (data5 === "phase_transition")) || (data5 === "note"))){
const err15 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema56.properties.kind.enum},message:"must be equal to one of the allowed values",schema:schema56.properties.kind.enum,parentSchema:schema56.properties.kind,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.payload !== undefined){
let data6 = data.payload;
if(!(data6 && typeof data6 == "object" && !Array.isArray(data6))){
const err16 = {instancePath:instancePath+"/payload",schemaPath:"#/properties/payload/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema56.properties.payload.type,parentSchema:schema56.properties.payload,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema56.type,parentSchema:schema56,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate138.errors = vErrors;
return errors === 0;
}

export const runRecordV1 = validate139;
const schema57 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/uet/run_record.v1.json","title":"RunRecord v1","description":"A run record: one run of one phase, with its state and its counts.","type":"object","required":["run_id","project_id","phase_id","state","created_at"],"additionalProperties":false,"properties":{"doc_id":{"description":"An annotation that documents of the framework carry; ignored.","type":"string"},"run_id":{"description":"Names the run.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"project_id":{"description":"The project it ran on.","type":"string","minLength":1},"phase_id":{"description":"The phase it ran.","type":"string","minLength":1},"workstream_id":{"description":"The workstream it ran, where it was a single one.","type":["string","null"]},"execution_request_id":{"description":"The request that began it, where there was one.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"created_at":{"description":"When it was recorded.","type":"string","format":"date-time"},"started_at":{"description":"When it began; null while it has not.","type":["string","null"],"format":"date-time"},"ended_at":{"description":"When it ended; null while it has not.","type":["string","null"],"format":"date-time"},"state":{"description":"Where it stands.","type":"string","enum":["pending","running","succeeded","failed","canceled","quarantined"]},"state_reason":{"description":"Why it stands there.","type":["string","null"]},"origin":{"description":"What set it off.","type":"object","additionalProperties":false,"properties":{"trigger_type":{"description":"What sort of thing set it off.","type":"string","enum":["manual","ci","error_pipeline","scheduled","other"]},"trigger_ref":{"description":"What exactly, for example the number of a build.","type":["string","null"]},"requested_by":{"description":"The person or program that asked for it.","type":["string","null"]}}},"counters":{"description":"What happened in it, in numbers.","type":"object","additionalProperties":false,"properties":{"step_attempts":{"description":"How many attempts were made.","type":"integer","minimum":0},"patches_created":{"description":"How many patches came out of them.","type":"integer","minimum":0},"patches_applied":{"description":"How many patches were applied.","type":"integer","minimum":0},"errors":{"description":"How many errors there were.","type":"integer","minimum":0}}}}};

function validate139(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/uet/run_record.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.run_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "run_id"},message:"must have required property '"+"run_id"+"'",schema:schema57.required,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.project_id === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "project_id"},message:"must have required property '"+"project_id"+"'",schema:schema57.required,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.phase_id === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "phase_id"},message:"must have required property '"+"phase_id"+"'",schema:schema57.required,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.state === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "state"},message:"must have required property '"+"state"+"'",schema:schema57.required,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.created_at === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "created_at"},message:"must have required property '"+"created_at"+"'",schema:schema57.required,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema57.properties, key0))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err6 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema57.properties.doc_id.type,parentSchema:schema57.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.run_id !== undefined){
let data1 = data.run_id;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err7 = {instancePath:instancePath+"/run_id",schemaPath:"#/properties/run_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema57.properties.run_id,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/run_id",schemaPath:"#/properties/run_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema57.properties.run_id.type,parentSchema:schema57.properties.run_id,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.project_id !== undefined){
let data2 = data.project_id;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err9 = {instancePath:instancePath+"/project_id",schemaPath:"#/properties/project_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema57.properties.project_id,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/project_id",schemaPath:"#/properties/project_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema57.properties.project_id.type,parentSchema:schema57.properties.project_id,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.phase_id !== undefined){
let data3 = data.phase_id;
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err11 = {instancePath:instancePath+"/phase_id",schemaPath:"#/properties/phase_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema57.properties.phase_id,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/phase_id",schemaPath:"#/properties/phase_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema57.properties.phase_id.type,parentSchema:schema57.properties.phase_id,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.workstream_id !== undefined){
let data4 = data.workstream_id;
if((typeof data4 !== "string") && (data4 !== null)){
const err13 = {instancePath:instancePath+"/workstream_id",schemaPath:"#/properties/workstream_id/type",keyword:"type",params:{type: schema57.properties.workstream_id.type},message:"must be string,null",schema:schema57.properties.workstream_id.type,parentSchema:schema57.properties.workstream_id,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.execution_request_id !== undefined){
let data5 = data.execution_request_id;
if((typeof data5 !== "string") && (data5 !== null)){
const err14 = {instancePath:instancePath+"/execution_request_id",schemaPath:"#/properties/execution_request_id/type",keyword:"type",params:{type: schema57.properties.execution_request_id.type},message:"must be string,null",schema:schema57.properties.execution_request_id.type,parentSchema:schema57.properties.execution_request_id,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(typeof data5 === "string"){
if(!pattern0.test(data5)){
const err15 = {instancePath:instancePath+"/execution_request_id",schemaPath:"#/properties/execution_request_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema57.properties.execution_request_id,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data.created_at !== undefined){
let data6 = data.created_at;
if(typeof data6 === "string"){
if(!(formats0.test(data6))){
const err16 = {instancePath:instancePath+"/created_at",schemaPath:"#/properties/created_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema57.properties.created_at,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/created_at",schemaPath:"#/properties/created_at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema57.properties.created_at.type,parentSchema:schema57.properties.created_at,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.started_at !== undefined){
let data7 = data.started_at;
if((typeof data7 !== "string") && (data7 !== null)){
const err18 = {instancePath:instancePath+"/started_at",schemaPath:"#/properties/started_at/type",keyword:"type",params:{type: schema57.properties.started_at.type},message:"must be string,null",schema:schema57.properties.started_at.type,parentSchema:schema57.properties.started_at,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(typeof data7 === "string"){
if(!(formats0.test(data7))){
const err19 = {instancePath:instancePath+"/started_at",schemaPath:"#/properties/started_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema57.properties.started_at,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
if(data.ended_at !== undefined){
let data8 = data.ended_at;
if((typeof data8 !== "string") && (data8 !== null)){
const err20 = {instancePath:instancePath+"/ended_at",schemaPath:"#/properties/ended_at/type",keyword:"type",params:{type: schema57.properties.ended_at.type},message:"must be string,null",schema:schema57.properties.ended_at.type,parentSchema:schema57.properties.ended_at,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(typeof data8 === "string"){
if(!(formats0.test(data8))){
const err21 = {instancePath:instancePath+"/ended_at",schemaPath:"#/properties/ended_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema57.properties.ended_at,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
if(data.state !== undefined){
let data9 = data.state;
if(typeof data9 !== "string"){
const err22 = {instancePath:instancePath+"/state",schemaPath:"#/properties/state/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema57.properties.state.type,parentSchema:schema57.properties.state,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!((((((data9 === "pending") || (data9 === "running")) || (data9 === "succeeded")) || (data9 === "failed")) || (data9 === "canceled")) || (data9 === "quarantined"))){
const err23 = {instancePath:instancePath+"/state",schemaPath:"#/properties/state/enum",keyword:"enum",params:{allowedValues: schema57.properties.state.enum},message:"must be equal to one of the allowed values",schema:schema57.properties.state.enum,parentSchema:schema57.properties.state,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.state_reason !== undefined){
let data10 = data.state_reason;
if((typeof data10 !== "string") && (data10 !== null)){
const err24 = {instancePath:instancePath+"/state_reason",schemaPath:"#/properties/state_reason/type",keyword:"type",params:{type: schema57.properties.state_reason.type},message:"must be string,null",schema:schema57.properties.state_reason.type,parentSchema:schema57.properties.state_reason,data:data10};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.origin !== undefined){
let data11 = data.origin;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key1 in data11){
if(!(((key1 === "trigger_type") || (key1 === "trigger_ref")) || (key1 === "requested_by"))){
const err25 = {instancePath:instancePath+"/origin",schemaPath:"#/properties/origin/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema57.properties.origin,data:data11};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data11.trigger_type !== undefined){
let data12 = data11.trigger_type;
if(typeof data12 !== "string"){
const err26 = {instancePath:instancePath+"/origin/trigger_type",schemaPath:"#/properties/origin/properties/trigger_type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema57.properties.origin.properties.trigger_type.type,parentSchema:schema57.properties.origin.properties.trigger_type,data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!(((((data12 === "manual") || (data12 === "ci")) || (data12 === "error_pipeline")) || (data12 === "scheduled")) || (data12 === "other"))){
const err27 = {instancePath:instancePath+"/origin/trigger_type",schemaPath:"#/properties/origin/properties/trigger_type/enum",keyword:"enum",params:{allowedValues: schema57.properties.origin.properties.trigger_type.enum},message:"must be equal to one of the allowed values",schema:schema57.properties.origin.properties.trigger_type.enum,parentSchema:schema57.properties.origin.properties.trigger_type,data:data12};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data11.trigger_ref !== undefined){
let data13 = data11.trigger_ref;
if((typeof data13 !== "string") && (data13 !== null)){
const err28 = {instancePath:instancePath+"/origin/trigger_ref",schemaPath:"#/properties/origin/properties/trigger_ref/type",keyword:"type",params:{type: schema57.properties.origin.properties.trigger_ref.type},message:"must be string,null",schema:schema57.properties.origin.properties.trigger_ref.type,parentSchema:schema57.properties.origin.properties.trigger_ref,data:data13};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data11.requested_by !== undefined){
let data14 = data11.requested_by;
if((typeof data14 !== "string") && (data14 !== null)){
const err29 = {instancePath:instancePath+"/origin/requested_by",schemaPath:"#/properties/origin/properties/requested_by/type",keyword:"type",params:{type: schema57.properties.origin.properties.requested_by.type},message:"must be string,null",schema:schema57.properties.origin.properties.requested_by.type,parentSchema:schema57.properties.origin.properties.requested_by,data:data14};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/origin",schemaPath:"#/properties/origin/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema57.properties.origin.type,parentSchema:schema57.properties.origin,data:data11};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.counters !== undefined){
let data15 = data.counters;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key2 in data15){
if(!((((key2 === "step_attempts") || (key2 === "patches_created")) || (key2 === "patches_applied")) || (key2 === "errors"))){
const err31 = {instancePath:instancePath+"/counters",schemaPath:"#/properties/counters/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema57.properties.counters,data:data15};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data15.step_attempts !== undefined){
let data16 = data15.step_attempts;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err32 = {instancePath:instancePath+"/counters/step_attempts",schemaPath:"#/properties/counters/properties/step_attempts/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema57.properties.counters.properties.step_attempts.type,parentSchema:schema57.properties.counters.properties.step_attempts,data:data16};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 0 || isNaN(data16)){
const err33 = {instancePath:instancePath+"/counters/step_attempts",schemaPath:"#/properties/counters/properties/step_attempts/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema57.properties.counters.properties.step_attempts,data:data16};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
if(data15.patches_created !== undefined){
let data17 = data15.patches_created;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err34 = {instancePath:instancePath+"/counters/patches_created",schemaPath:"#/properties/counters/properties/patches_created/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema57.properties.counters.properties.patches_created.type,parentSchema:schema57.properties.counters.properties.patches_created,data:data17};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 < 0 || isNaN(data17)){
const err35 = {instancePath:instancePath+"/counters/patches_created",schemaPath:"#/properties/counters/properties/patches_created/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema57.properties.counters.properties.patches_created,data:data17};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
if(data15.patches_applied !== undefined){
let data18 = data15.patches_applied;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err36 = {instancePath:instancePath+"/counters/patches_applied",schemaPath:"#/properties/counters/properties/patches_applied/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema57.properties.counters.properties.patches_applied.type,parentSchema:schema57.properties.counters.properties.patches_applied,data:data18};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 < 0 || isNaN(data18)){
const err37 = {instancePath:instancePath+"/counters/patches_applied",schemaPath:"#/properties/counters/properties/patches_applied/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema57.properties.counters.properties.patches_applied,data:data18};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
if(data15.errors !== undefined){
let data19 = data15.errors;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err38 = {instancePath:instancePath+"/counters/errors",schemaPath:"#/properties/counters/properties/errors/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema57.properties.counters.properties.errors.type,parentSchema:schema57.properties.counters.properties.errors,data:data19};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 0 || isNaN(data19)){
const err39 = {instancePath:instancePath+"/counters/errors",schemaPath:"#/properties/counters/properties/errors/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema57.properties.counters.properties.errors,data:data19};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
}
else {
const err40 = {instancePath:instancePath+"/counters",schemaPath:"#/properties/counters/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema57.properties.counters.type,parentSchema:schema57.properties.counters,data:data15};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema57.type,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
validate139.errors = vErrors;
return errors === 0;
}

export const stepAttemptV1 = validate140;
const schema58 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/uet/step_attempt.v1.json","title":"StepAttempt v1","description":"A step attempt: one start of a tool in a run.","type":"object","required":["step_attempt_id","run_id","sequence","tool_id","state","started_at"],"additionalProperties":false,"properties":{"doc_id":{"description":"An annotation that documents of the framework carry; ignored.","type":"string"},"step_attempt_id":{"description":"Names the attempt.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"run_id":{"description":"The run it belongs to.","type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"sequence":{"description":"Its place among the attempts of the run, from 1.","type":"integer","minimum":1},"tool_id":{"description":"The tool that was started.","type":"string","minLength":1},"tool_run_id":{"description":"What the tool itself calls this start.","type":["string","null"]},"execution_request_id":{"description":"The request it answers.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"prompt_id":{"description":"The prompt instance that was sent.","type":["string","null"],"pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"},"started_at":{"description":"When it began.","type":"string","format":"date-time"},"ended_at":{"description":"When it ended; null while it has not.","type":["string","null"],"format":"date-time"},"state":{"description":"Where it stands.","type":"string","enum":["pending","running","completed","error","canceled"]},"state_reason":{"description":"Why it stands there.","type":["string","null"]},"outputs":{"description":"What came out of it.","type":"object","additionalProperties":false,"properties":{"patch_ids":{"description":"The patches that came out of it.","type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$"}},"logs_path":{"description":"Where its log is.","type":["string","null"]},"raw_response_path":{"description":"Where the tool's answer is, as it came.","type":["string","null"]}}}}};

function validate140(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/uet/step_attempt.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.step_attempt_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "step_attempt_id"},message:"must have required property '"+"step_attempt_id"+"'",schema:schema58.required,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.run_id === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "run_id"},message:"must have required property '"+"run_id"+"'",schema:schema58.required,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.sequence === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sequence"},message:"must have required property '"+"sequence"+"'",schema:schema58.required,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.tool_id === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tool_id"},message:"must have required property '"+"tool_id"+"'",schema:schema58.required,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.state === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "state"},message:"must have required property '"+"state"+"'",schema:schema58.required,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.started_at === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "started_at"},message:"must have required property '"+"started_at"+"'",schema:schema58.required,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema58.properties, key0))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err7 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.properties.doc_id.type,parentSchema:schema58.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.step_attempt_id !== undefined){
let data1 = data.step_attempt_id;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err8 = {instancePath:instancePath+"/step_attempt_id",schemaPath:"#/properties/step_attempt_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema58.properties.step_attempt_id,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/step_attempt_id",schemaPath:"#/properties/step_attempt_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.properties.step_attempt_id.type,parentSchema:schema58.properties.step_attempt_id,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.run_id !== undefined){
let data2 = data.run_id;
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
const err10 = {instancePath:instancePath+"/run_id",schemaPath:"#/properties/run_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema58.properties.run_id,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/run_id",schemaPath:"#/properties/run_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.properties.run_id.type,parentSchema:schema58.properties.run_id,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.sequence !== undefined){
let data3 = data.sequence;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err12 = {instancePath:instancePath+"/sequence",schemaPath:"#/properties/sequence/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema58.properties.sequence.type,parentSchema:schema58.properties.sequence,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 1 || isNaN(data3)){
const err13 = {instancePath:instancePath+"/sequence",schemaPath:"#/properties/sequence/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema58.properties.sequence,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data.tool_id !== undefined){
let data4 = data.tool_id;
if(typeof data4 === "string"){
if(func3(data4) < 1){
const err14 = {instancePath:instancePath+"/tool_id",schemaPath:"#/properties/tool_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema58.properties.tool_id,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/tool_id",schemaPath:"#/properties/tool_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.properties.tool_id.type,parentSchema:schema58.properties.tool_id,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.tool_run_id !== undefined){
let data5 = data.tool_run_id;
if((typeof data5 !== "string") && (data5 !== null)){
const err16 = {instancePath:instancePath+"/tool_run_id",schemaPath:"#/properties/tool_run_id/type",keyword:"type",params:{type: schema58.properties.tool_run_id.type},message:"must be string,null",schema:schema58.properties.tool_run_id.type,parentSchema:schema58.properties.tool_run_id,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.execution_request_id !== undefined){
let data6 = data.execution_request_id;
if((typeof data6 !== "string") && (data6 !== null)){
const err17 = {instancePath:instancePath+"/execution_request_id",schemaPath:"#/properties/execution_request_id/type",keyword:"type",params:{type: schema58.properties.execution_request_id.type},message:"must be string,null",schema:schema58.properties.execution_request_id.type,parentSchema:schema58.properties.execution_request_id,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(typeof data6 === "string"){
if(!pattern0.test(data6)){
const err18 = {instancePath:instancePath+"/execution_request_id",schemaPath:"#/properties/execution_request_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema58.properties.execution_request_id,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
if(data.prompt_id !== undefined){
let data7 = data.prompt_id;
if((typeof data7 !== "string") && (data7 !== null)){
const err19 = {instancePath:instancePath+"/prompt_id",schemaPath:"#/properties/prompt_id/type",keyword:"type",params:{type: schema58.properties.prompt_id.type},message:"must be string,null",schema:schema58.properties.prompt_id.type,parentSchema:schema58.properties.prompt_id,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(typeof data7 === "string"){
if(!pattern0.test(data7)){
const err20 = {instancePath:instancePath+"/prompt_id",schemaPath:"#/properties/prompt_id/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema58.properties.prompt_id,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data.started_at !== undefined){
let data8 = data.started_at;
if(typeof data8 === "string"){
if(!(formats0.test(data8))){
const err21 = {instancePath:instancePath+"/started_at",schemaPath:"#/properties/started_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema58.properties.started_at,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/started_at",schemaPath:"#/properties/started_at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.properties.started_at.type,parentSchema:schema58.properties.started_at,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.ended_at !== undefined){
let data9 = data.ended_at;
if((typeof data9 !== "string") && (data9 !== null)){
const err23 = {instancePath:instancePath+"/ended_at",schemaPath:"#/properties/ended_at/type",keyword:"type",params:{type: schema58.properties.ended_at.type},message:"must be string,null",schema:schema58.properties.ended_at.type,parentSchema:schema58.properties.ended_at,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(typeof data9 === "string"){
if(!(formats0.test(data9))){
const err24 = {instancePath:instancePath+"/ended_at",schemaPath:"#/properties/ended_at/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema58.properties.ended_at,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
if(data.state !== undefined){
let data10 = data.state;
if(typeof data10 !== "string"){
const err25 = {instancePath:instancePath+"/state",schemaPath:"#/properties/state/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.properties.state.type,parentSchema:schema58.properties.state,data:data10};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(!(((((data10 === "pending") || (data10 === "running")) || (data10 === "completed")) || (data10 === "error")) || (data10 === "canceled"))){
const err26 = {instancePath:instancePath+"/state",schemaPath:"#/properties/state/enum",keyword:"enum",params:{allowedValues: schema58.properties.state.enum},message:"must be equal to one of the allowed values",schema:schema58.properties.state.enum,parentSchema:schema58.properties.state,data:data10};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.state_reason !== undefined){
let data11 = data.state_reason;
if((typeof data11 !== "string") && (data11 !== null)){
const err27 = {instancePath:instancePath+"/state_reason",schemaPath:"#/properties/state_reason/type",keyword:"type",params:{type: schema58.properties.state_reason.type},message:"must be string,null",schema:schema58.properties.state_reason.type,parentSchema:schema58.properties.state_reason,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.outputs !== undefined){
let data12 = data.outputs;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key1 in data12){
if(!(((key1 === "patch_ids") || (key1 === "logs_path")) || (key1 === "raw_response_path"))){
const err28 = {instancePath:instancePath+"/outputs",schemaPath:"#/properties/outputs/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema58.properties.outputs,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data12.patch_ids !== undefined){
let data13 = data12.patch_ids;
if(Array.isArray(data13)){
const len0 = data13.length;
for(let i0=0; i0<len0; i0++){
let data14 = data13[i0];
if(typeof data14 === "string"){
if(!pattern0.test(data14)){
const err29 = {instancePath:instancePath+"/outputs/patch_ids/" + i0,schemaPath:"#/properties/outputs/properties/patch_ids/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"},message:"must match pattern \""+"^[0-9A-HJKMNP-TV-Z]{26}$"+"\"",schema:"^[0-9A-HJKMNP-TV-Z]{26}$",parentSchema:schema58.properties.outputs.properties.patch_ids.items,data:data14};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/outputs/patch_ids/" + i0,schemaPath:"#/properties/outputs/properties/patch_ids/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema58.properties.outputs.properties.patch_ids.items.type,parentSchema:schema58.properties.outputs.properties.patch_ids.items,data:data14};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
let i1 = data13.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data13[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err31 = {instancePath:instancePath+"/outputs/patch_ids",schemaPath:"#/properties/outputs/properties/patch_ids/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema58.properties.outputs.properties.patch_ids,data:data13};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err32 = {instancePath:instancePath+"/outputs/patch_ids",schemaPath:"#/properties/outputs/properties/patch_ids/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema58.properties.outputs.properties.patch_ids.type,parentSchema:schema58.properties.outputs.properties.patch_ids,data:data13};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data12.logs_path !== undefined){
let data15 = data12.logs_path;
if((typeof data15 !== "string") && (data15 !== null)){
const err33 = {instancePath:instancePath+"/outputs/logs_path",schemaPath:"#/properties/outputs/properties/logs_path/type",keyword:"type",params:{type: schema58.properties.outputs.properties.logs_path.type},message:"must be string,null",schema:schema58.properties.outputs.properties.logs_path.type,parentSchema:schema58.properties.outputs.properties.logs_path,data:data15};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data12.raw_response_path !== undefined){
let data16 = data12.raw_response_path;
if((typeof data16 !== "string") && (data16 !== null)){
const err34 = {instancePath:instancePath+"/outputs/raw_response_path",schemaPath:"#/properties/outputs/properties/raw_response_path/type",keyword:"type",params:{type: schema58.properties.outputs.properties.raw_response_path.type},message:"must be string,null",schema:schema58.properties.outputs.properties.raw_response_path.type,parentSchema:schema58.properties.outputs.properties.raw_response_path,data:data16};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/outputs",schemaPath:"#/properties/outputs/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.properties.outputs.type,parentSchema:schema58.properties.outputs,data:data12};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.type,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
validate140.errors = vErrors;
return errors === 0;
}

export const taskSpecV1 = validate141;
const schema59 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/uet/task_spec.v1.json","title":"TaskSpec v1","description":"A task: one piece of work for one tool.","type":"object","required":["task_id","name","kind"],"additionalProperties":false,"properties":{"doc_id":{"description":"An annotation that documents of the framework carry; ignored.","type":"string"},"task_id":{"description":"Names the task in its workstream.","type":"string","minLength":1},"name":{"description":"What people read in lists and on screens.","type":"string","minLength":1},"kind":{"description":"What sort of work it is, for example `code_edit`.","type":"string"},"depends_on":{"description":"Tasks that must be done before this one starts.","type":"array","items":{"type":"string"}},"allow_parallel":{"description":"Whether it may run beside other tasks of its workstream.","type":"boolean","default":false},"classification":{"description":"Facts by which a tool is chosen.","type":"object","properties":{"complexity":{"description":"How hard the work is.","type":"string"},"risk_tier":{"description":"How much harm a mistake can do.","type":"string"},"domain":{"description":"The field of the work, for example `backend`.","type":"string"},"priority":{"description":"How soon it should start.","type":"string"}}},"resource_scope_delta":{"description":"How its scope differs from that of its workstream.","type":"object"},"constraints_delta":{"description":"How its limits differ from those of its workstream.","type":"object"},"execution":{"description":"How it is started and how often it is tried.","type":"object","properties":{"max_attempts":{"description":"The most times it is tried.","type":"integer","minimum":1},"timeout_seconds":{"description":"How long one attempt may take.","type":"integer","minimum":1},"retry_strategy":{"description":"How the pause between two attempts is chosen.","type":"string"},"background":{"description":"Whether it gives way to other tasks.","type":"boolean"}}},"prompt_template_ref":{"description":"The template of its prompt.","type":"string"},"prompt_overrides":{"description":"Sections of the prompt that differ from the template.","type":"object"},"execution_request_template":{"description":"Fields for the requests that are made for it.","type":"object"},"error_handling":{"description":"What happens when it fails for good.","type":"object","properties":{"on_failure":{"description":"What to do then.","type":"string"}}},"acceptance":{"description":"When the task counts as accepted.","type":"object","properties":{"checks":{"description":"The checks, in the order in which they are made.","type":"array","items":{"description":"One check.","type":"object"}}}}}};

function validate141(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/uet/task_spec.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.task_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "task_id"},message:"must have required property '"+"task_id"+"'",schema:schema59.required,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema59.required,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.kind === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema59.required,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema59.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema59.properties.doc_id.type,parentSchema:schema59.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.task_id !== undefined){
let data1 = data.task_id;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err5 = {instancePath:instancePath+"/task_id",schemaPath:"#/properties/task_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema59.properties.task_id,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/task_id",schemaPath:"#/properties/task_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema59.properties.task_id.type,parentSchema:schema59.properties.task_id,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.name !== undefined){
let data2 = data.name;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema59.properties.name,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema59.properties.name.type,parentSchema:schema59.properties.name,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.kind !== undefined){
let data3 = data.kind;
if(typeof data3 !== "string"){
const err9 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema59.properties.kind.type,parentSchema:schema59.properties.kind,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.depends_on !== undefined){
let data4 = data.depends_on;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(typeof data5 !== "string"){
const err10 = {instancePath:instancePath+"/depends_on/" + i0,schemaPath:"#/properties/depends_on/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema59.properties.depends_on.items.type,parentSchema:schema59.properties.depends_on.items,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/depends_on",schemaPath:"#/properties/depends_on/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema59.properties.depends_on.type,parentSchema:schema59.properties.depends_on,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.allow_parallel !== undefined){
let data6 = data.allow_parallel;
if(typeof data6 !== "boolean"){
const err12 = {instancePath:instancePath+"/allow_parallel",schemaPath:"#/properties/allow_parallel/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema59.properties.allow_parallel.type,parentSchema:schema59.properties.allow_parallel,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.classification !== undefined){
let data7 = data.classification;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.complexity !== undefined){
let data8 = data7.complexity;
if(typeof data8 !== "string"){
const err13 = {instancePath:instancePath+"/classification/complexity",schemaPath:"#/properties/classification/properties/complexity/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema59.properties.classification.properties.complexity.type,parentSchema:schema59.properties.classification.properties.complexity,data:data8};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data7.risk_tier !== undefined){
let data9 = data7.risk_tier;
if(typeof data9 !== "string"){
const err14 = {instancePath:instancePath+"/classification/risk_tier",schemaPath:"#/properties/classification/properties/risk_tier/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema59.properties.classification.properties.risk_tier.type,parentSchema:schema59.properties.classification.properties.risk_tier,data:data9};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data7.domain !== undefined){
let data10 = data7.domain;
if(typeof data10 !== "string"){
const err15 = {instancePath:instancePath+"/classification/domain",schemaPath:"#/properties/classification/properties/domain/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema59.properties.classification.properties.domain.type,parentSchema:schema59.properties.classification.properties.domain,data:data10};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data7.priority !== undefined){
let data11 = data7.priority;
if(typeof data11 !== "string"){
const err16 = {instancePath:instancePath+"/classification/priority",schemaPath:"#/properties/classification/properties/priority/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema59.properties.classification.properties.priority.type,parentSchema:schema59.properties.classification.properties.priority,data:data11};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/classification",schemaPath:"#/properties/classification/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema59.properties.classification.type,parentSchema:schema59.properties.classification,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.resource_scope_delta !== undefined){
let data12 = data.resource_scope_delta;
if(!(data12 && typeof data12 == "object" && !Array.isArray(data12))){
const err18 = {instancePath:instancePath+"/resource_scope_delta",schemaPath:"#/properties/resource_scope_delta/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema59.properties.resource_scope_delta.type,parentSchema:schema59.properties.resource_scope_delta,data:data12};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.constraints_delta !== undefined){
let data13 = data.constraints_delta;
if(!(data13 && typeof data13 == "object" && !Array.isArray(data13))){
const err19 = {instancePath:instancePath+"/constraints_delta",schemaPath:"#/properties/constraints_delta/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema59.properties.constraints_delta.type,parentSchema:schema59.properties.constraints_delta,data:data13};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.execution !== undefined){
let data14 = data.execution;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.max_attempts !== undefined){
let data15 = data14.max_attempts;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err20 = {instancePath:instancePath+"/execution/max_attempts",schemaPath:"#/properties/execution/properties/max_attempts/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema59.properties.execution.properties.max_attempts.type,parentSchema:schema59.properties.execution.properties.max_attempts,data:data15};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 1 || isNaN(data15)){
const err21 = {instancePath:instancePath+"/execution/max_attempts",schemaPath:"#/properties/execution/properties/max_attempts/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema59.properties.execution.properties.max_attempts,data:data15};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
if(data14.timeout_seconds !== undefined){
let data16 = data14.timeout_seconds;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err22 = {instancePath:instancePath+"/execution/timeout_seconds",schemaPath:"#/properties/execution/properties/timeout_seconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema59.properties.execution.properties.timeout_seconds.type,parentSchema:schema59.properties.execution.properties.timeout_seconds,data:data16};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 1 || isNaN(data16)){
const err23 = {instancePath:instancePath+"/execution/timeout_seconds",schemaPath:"#/properties/execution/properties/timeout_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema59.properties.execution.properties.timeout_seconds,data:data16};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
if(data14.retry_strategy !== undefined){
let data17 = data14.retry_strategy;
if(typeof data17 !== "string"){
const err24 = {instancePath:instancePath+"/execution/retry_strategy",schemaPath:"#/properties/execution/properties/retry_strategy/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema59.properties.execution.properties.retry_strategy.type,parentSchema:schema59.properties.execution.properties.retry_strategy,data:data17};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data14.background !== undefined){
let data18 = data14.background;
if(typeof data18 !== "boolean"){
const err25 = {instancePath:instancePath+"/execution/background",schemaPath:"#/properties/execution/properties/background/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema59.properties.execution.properties.background.type,parentSchema:schema59.properties.execution.properties.background,data:data18};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/execution",schemaPath:"#/properties/execution/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema59.properties.execution.type,parentSchema:schema59.properties.execution,data:data14};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.prompt_template_ref !== undefined){
let data19 = data.prompt_template_ref;
if(typeof data19 !== "string"){
const err27 = {instancePath:instancePath+"/prompt_template_ref",schemaPath:"#/properties/prompt_template_ref/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema59.properties.prompt_template_ref.type,parentSchema:schema59.properties.prompt_template_ref,data:data19};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.prompt_overrides !== undefined){
let data20 = data.prompt_overrides;
if(!(data20 && typeof data20 == "object" && !Array.isArray(data20))){
const err28 = {instancePath:instancePath+"/prompt_overrides",schemaPath:"#/properties/prompt_overrides/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema59.properties.prompt_overrides.type,parentSchema:schema59.properties.prompt_overrides,data:data20};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.execution_request_template !== undefined){
let data21 = data.execution_request_template;
if(!(data21 && typeof data21 == "object" && !Array.isArray(data21))){
const err29 = {instancePath:instancePath+"/execution_request_template",schemaPath:"#/properties/execution_request_template/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema59.properties.execution_request_template.type,parentSchema:schema59.properties.execution_request_template,data:data21};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.error_handling !== undefined){
let data22 = data.error_handling;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(data22.on_failure !== undefined){
let data23 = data22.on_failure;
if(typeof data23 !== "string"){
const err30 = {instancePath:instancePath+"/error_handling/on_failure",schemaPath:"#/properties/error_handling/properties/on_failure/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema59.properties.error_handling.properties.on_failure.type,parentSchema:schema59.properties.error_handling.properties.on_failure,data:data23};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/error_handling",schemaPath:"#/properties/error_handling/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema59.properties.error_handling.type,parentSchema:schema59.properties.error_handling,data:data22};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.acceptance !== undefined){
let data24 = data.acceptance;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if(data24.checks !== undefined){
let data25 = data24.checks;
if(Array.isArray(data25)){
const len1 = data25.length;
for(let i1=0; i1<len1; i1++){
let data26 = data25[i1];
if(!(data26 && typeof data26 == "object" && !Array.isArray(data26))){
const err32 = {instancePath:instancePath+"/acceptance/checks/" + i1,schemaPath:"#/properties/acceptance/properties/checks/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema59.properties.acceptance.properties.checks.items.type,parentSchema:schema59.properties.acceptance.properties.checks.items,data:data26};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/acceptance/checks",schemaPath:"#/properties/acceptance/properties/checks/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema59.properties.acceptance.properties.checks.type,parentSchema:schema59.properties.acceptance.properties.checks,data:data25};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/acceptance",schemaPath:"#/properties/acceptance/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema59.properties.acceptance.type,parentSchema:schema59.properties.acceptance,data:data24};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema59.type,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
validate141.errors = vErrors;
return errors === 0;
}

export const workstreamSpecV1 = validate142;
const schema60 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://patchbay.dev/schema/uet/workstream_spec.v1.json","title":"WorkstreamSpec v1","description":"A workstream: tasks with one objective inside a phase.","type":"object","required":["workstream_id","project_id","phase_id","name","objective","tasks"],"additionalProperties":false,"properties":{"doc_id":{"description":"An annotation that documents of the framework carry; ignored.","type":"string"},"workstream_id":{"description":"Names the workstream in its plan.","type":"string","minLength":1},"project_id":{"description":"The project it belongs to.","type":"string","minLength":1},"phase_id":{"description":"The phase it belongs to.","type":"string","minLength":1},"name":{"description":"What people read in lists and on screens.","type":"string","minLength":1},"objective":{"description":"What the workstream is for, in a sentence.","type":"string"},"tags":{"description":"Words to find it by.","type":"array","items":{"type":"string"}},"resource_scope":{"description":"What its tasks may touch; it narrows the scope of the phase.","type":"object"},"constraints":{"description":"Limits on its patches; they tighten those of the phase.","type":"object"},"concurrency":{"description":"How many of its tasks may run at once.","type":"object","properties":{"max_parallel":{"description":"The most tasks of it that run at the same time.","type":"integer","minimum":1}}},"error_handling":{"description":"What happens when a task fails for good.","type":"object","properties":{"strategy":{"description":"Whether to stop at once, to go on with what does not depend on it, or to ask a person.","type":"string","enum":["fail_fast","continue","escalate"]}}},"acceptance":{"description":"When the workstream counts as accepted.","type":"object","properties":{"mode":{"description":"Whether every check must hold, or any one of them, or a rule of the project's own.","type":"string","enum":["all","any","custom"]},"checks":{"description":"The checks, in the order in which they are made.","type":"array","items":{"description":"One check.","type":"object"}}}},"tasks":{"description":"Its tasks.","type":"array","items":{"$ref":"https://patchbay.dev/schema/uet/task_spec.v1.json"}}}};

function validate142(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://patchbay.dev/schema/uet/workstream_spec.v1.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.workstream_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "workstream_id"},message:"must have required property '"+"workstream_id"+"'",schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.project_id === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "project_id"},message:"must have required property '"+"project_id"+"'",schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.phase_id === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "phase_id"},message:"must have required property '"+"phase_id"+"'",schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.name === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.objective === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "objective"},message:"must have required property '"+"objective"+"'",schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.tasks === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tasks"},message:"must have required property '"+"tasks"+"'",schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema60.properties, key0))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.doc_id !== undefined){
let data0 = data.doc_id;
if(typeof data0 !== "string"){
const err7 = {instancePath:instancePath+"/doc_id",schemaPath:"#/properties/doc_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema60.properties.doc_id.type,parentSchema:schema60.properties.doc_id,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.workstream_id !== undefined){
let data1 = data.workstream_id;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err8 = {instancePath:instancePath+"/workstream_id",schemaPath:"#/properties/workstream_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema60.properties.workstream_id,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/workstream_id",schemaPath:"#/properties/workstream_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema60.properties.workstream_id.type,parentSchema:schema60.properties.workstream_id,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.project_id !== undefined){
let data2 = data.project_id;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err10 = {instancePath:instancePath+"/project_id",schemaPath:"#/properties/project_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema60.properties.project_id,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/project_id",schemaPath:"#/properties/project_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema60.properties.project_id.type,parentSchema:schema60.properties.project_id,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.phase_id !== undefined){
let data3 = data.phase_id;
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err12 = {instancePath:instancePath+"/phase_id",schemaPath:"#/properties/phase_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema60.properties.phase_id,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/phase_id",schemaPath:"#/properties/phase_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema60.properties.phase_id.type,parentSchema:schema60.properties.phase_id,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.name !== undefined){
let data4 = data.name;
if(typeof data4 === "string"){
if(func3(data4) < 1){
const err14 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema60.properties.name,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema60.properties.name.type,parentSchema:schema60.properties.name,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.objective !== undefined){
let data5 = data.objective;
if(typeof data5 !== "string"){
const err16 = {instancePath:instancePath+"/objective",schemaPath:"#/properties/objective/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema60.properties.objective.type,parentSchema:schema60.properties.objective,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.tags !== undefined){
let data6 = data.tags;
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
if(typeof data7 !== "string"){
const err17 = {instancePath:instancePath+"/tags/" + i0,schemaPath:"#/properties/tags/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema60.properties.tags.items.type,parentSchema:schema60.properties.tags.items,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema60.properties.tags.type,parentSchema:schema60.properties.tags,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.resource_scope !== undefined){
let data8 = data.resource_scope;
if(!(data8 && typeof data8 == "object" && !Array.isArray(data8))){
const err19 = {instancePath:instancePath+"/resource_scope",schemaPath:"#/properties/resource_scope/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema60.properties.resource_scope.type,parentSchema:schema60.properties.resource_scope,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.constraints !== undefined){
let data9 = data.constraints;
if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){
const err20 = {instancePath:instancePath+"/constraints",schemaPath:"#/properties/constraints/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema60.properties.constraints.type,parentSchema:schema60.properties.constraints,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.concurrency !== undefined){
let data10 = data.concurrency;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.max_parallel !== undefined){
let data11 = data10.max_parallel;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err21 = {instancePath:instancePath+"/concurrency/max_parallel",schemaPath:"#/properties/concurrency/properties/max_parallel/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema60.properties.concurrency.properties.max_parallel.type,parentSchema:schema60.properties.concurrency.properties.max_parallel,data:data11};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 1 || isNaN(data11)){
const err22 = {instancePath:instancePath+"/concurrency/max_parallel",schemaPath:"#/properties/concurrency/properties/max_parallel/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema60.properties.concurrency.properties.max_parallel,data:data11};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
}
else {
const err23 = {instancePath:instancePath+"/concurrency",schemaPath:"#/properties/concurrency/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema60.properties.concurrency.type,parentSchema:schema60.properties.concurrency,data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.error_handling !== undefined){
let data12 = data.error_handling;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.strategy !== undefined){
let data13 = data12.strategy;
if(typeof data13 !== "string"){
const err24 = {instancePath:instancePath+"/error_handling/strategy",schemaPath:"#/properties/error_handling/properties/strategy/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema60.properties.error_handling.properties.strategy.type,parentSchema:schema60.properties.error_handling.properties.strategy,data:data13};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!(((data13 === "fail_fast") || (data13 === "continue")) || (data13 === "escalate"))){
const err25 = {instancePath:instancePath+"/error_handling/strategy",schemaPath:"#/properties/error_handling/properties/strategy/enum",keyword:"enum",params:{allowedValues: schema60.properties.error_handling.properties.strategy.enum},message:"must be equal to one of the allowed values",schema:schema60.properties.error_handling.properties.strategy.enum,parentSchema:schema60.properties.error_handling.properties.strategy,data:data13};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/error_handling",schemaPath:"#/properties/error_handling/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema60.properties.error_handling.type,parentSchema:schema60.properties.error_handling,data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.acceptance !== undefined){
let data14 = data.acceptance;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.mode !== undefined){
let data15 = data14.mode;
if(typeof data15 !== "string"){
const err27 = {instancePath:instancePath+"/acceptance/mode",schemaPath:"#/properties/acceptance/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema60.properties.acceptance.properties.mode.type,parentSchema:schema60.properties.acceptance.properties.mode,data:data15};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(!(((data15 === "all") || (data15 === "any")) || (data15 === "custom"))){
const err28 = {instancePath:instancePath+"/acceptance/mode",schemaPath:"#/properties/acceptance/properties/mode/enum",keyword:"enum",params:{allowedValues: schema60.properties.acceptance.properties.mode.enum},message:"must be equal to one of the allowed values",schema:schema60.properties.acceptance.properties.mode.enum,parentSchema:schema60.properties.acceptance.properties.mode,data:data15};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data14.checks !== undefined){
let data16 = data14.checks;
if(Array.isArray(data16)){
const len1 = data16.length;
for(let i1=0; i1<len1; i1++){
let data17 = data16[i1];
if(!(data17 && typeof data17 == "object" && !Array.isArray(data17))){
const err29 = {instancePath:instancePath+"/acceptance/checks/" + i1,schemaPath:"#/properties/acceptance/properties/checks/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema60.properties.acceptance.properties.checks.items.type,parentSchema:schema60.properties.acceptance.properties.checks.items,data:data17};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/acceptance/checks",schemaPath:"#/properties/acceptance/properties/checks/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema60.properties.acceptance.properties.checks.type,parentSchema:schema60.properties.acceptance.properties.checks,data:data16};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/acceptance",schemaPath:"#/properties/acceptance/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema60.properties.acceptance.type,parentSchema:schema60.properties.acceptance,data:data14};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.tasks !== undefined){
let data18 = data.tasks;
if(Array.isArray(data18)){
const len2 = data18.length;
for(let i2=0; i2<len2; i2++){
if(!(validate141(data18[i2], {instancePath:instancePath+"/tasks/" + i2,parentData:data18,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate141.errors : vErrors.concat(validate141.errors);
errors = vErrors.length;
}
}
}
else {
const err32 = {instancePath:instancePath+"/tasks",schemaPath:"#/properties/tasks/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema60.properties.tasks.type,parentSchema:schema60.properties.tasks,data:data18};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema60.type,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
validate142.errors = vErrors;
return errors === 0;
}
